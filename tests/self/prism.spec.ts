import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import { checks } from '../../src/checks/index.ts'
import { judge, subjectOf } from '../../src/checks/judge.ts'
import type { Operation, ResponseContract } from '../../src/contract/types.ts'
import type { ApiClient, Reply } from '../../src/http/client.ts'
import { contract, specsDirectory, validators } from '../../src/testing/contract.ts'
import { byProduct } from '../../src/testing/operations.ts'
import { rightCall, test } from './prism.ts'

/** Needs a server that reads the question: an example answers the same whatever amount was asked. */
const readsTheQuestion = 'shape.value.amount-asked'

/** What a document alone can keep; how an answer travels is the business of a real server. */
const documentChecks = checks.filter(
  ({ requirement }) =>
    requirement !== readsTheQuestion &&
    /^(shape|error)\.|^http\.(status|content-type|json)\./.test(requirement),
)

/** What a document answers first: its success, where it has one. */
function firstOf({ responses }: Operation): ResponseContract {
  return responses.find(({ status }) => status < 300) ?? responses[0]!
}

/** A refusal of each operation, another in turn, so that all kinds of them are seen. */
function refusalOf({ responses }: Operation, turn: number): number {
  const refusals = responses.map(({ status }) => status).filter((status) => status >= 400)
  return refusals[turn % refusals.length]!
}

/** Makes one right call, and one that asks for the refusal; returns what is wrong with the answers. */
async function askTwice(client: ApiClient, operation: Operation, turn: number): Promise<string[]> {
  const { mediaType = '*/*', status } = firstOf(operation)
  const refusal = refusalOf(operation, turn)
  const answered = await client.send(rightCall(operation, { Accept: mediaType }))
  const refused = await client.send(rightCall(operation, { Prefer: `code=${refusal}` }))
  return [...problemsOf(answered, operation, status), ...problemsOf(refused, operation, refusal)]
}

function problemsOf({ status, body, exchange }: Reply, asked: Operation, wanted: number): string[] {
  const subject = subjectOf({ ...exchange, market: asked.markets[0]! }, contract, validators)
  const { findings } = judge(subject, documentChecks)
  return [
    ...(subject.operation === asked ? [] : [`taken for ${subject.operation?.id ?? 'no operation'}`]),
    ...(status === wanted ? [] : [`${status} ${body}`]),
    ...findings.map(({ requirement, at, expected }) => `${requirement} at ${at}: expected ${expected}`),
  ].map((problem) => `${asked.id}, ${wanted}: ${problem}`)
}

async function askAll(client: ApiClient, operations: readonly Operation[]): Promise<string[]> {
  const asked = operations.map((operation, turn) => askTwice(client, operation, turn))
  return (await Promise.all(asked)).flat()
}

/** Another reader of OpenAPI serves the documents, and our checks agree with what it makes of them. */
for (const { product, operations } of byProduct(contract.operations))
  test(`Prism reads ${product} as our checks do`, async ({ serve }) => {
    const client = await serve(path.join(specsDirectory, `${product}.yaml`))
    expect(await askAll(client, operations)).toEqual([])
  })

test('Prism finds an example that breaks its schema', async ({ serve }, testInfo) => {
  const schema = { type: 'object', properties: { amount: { type: 'number' } } }
  const content = { 'application/json': { schema, example: { amount: 'much' } } }
  const get = { responses: { 200: { description: 'An amount', content } } }
  const file = testInfo.outputPath('amounts.json')
  writeFileSync(
    file,
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Amounts', version: '1' },
      paths: { '/amounts': { get } },
    }),
  )
  const client = await serve(file)
  const reply = await client.send({ method: 'GET', path: '/amounts' })
  expect(reply.status).toBe(500)
  expect(reply.body).toContain('must be number')
})
