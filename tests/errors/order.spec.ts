import type { Operation } from '../../src/contract/types.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { notObserved } from '../../src/testing/not-observed.ts'
import { isApiResource, objectOf, operationsIn, readingOperation } from '../../src/testing/operations.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'

const unknownId = 'f'.repeat(40)
const readsObject = (operation: Operation) =>
  isApiResource(operation) && operation.method === 'GET' && objectOf(operation)?.shared === false

/** Other spellings of an address that lead past a rule which goes by its exact text. */
const spellings = {
  'a doubled slash': (path: string) => `/${path}`,
  'capital letters': (path: string) => path.toUpperCase(),
  'a slash at the end': (path: string) => `${path}/`,
}

/** Names a header that the document requires and that says nothing about who calls. */
function neutralHeader({ requiredHeaders }: Operation): string {
  const found = requiredHeaders.find((name) => !/^(authorization|client_id|accept)$/i.test(name))
  return found ?? notObserved('the operation requires no header besides credentials')
}

inMarketsOffering('authorize', (market) => {
  test.describe('what comes first', () => {
    test(
      'a call without a token is refused for that, whatever else it lacks',
      proves('bearer.order.before-validation'),
      async ({ caller }) => {
        const operation = readingOperation(market)
        await caller.control(operation)
        const headers = { Authorization: undefined, [neutralHeader(operation)]: undefined }
        expect(await caller.call(operation, { headers })).toBeRefused(401)
      },
    )

    for (const operation of operationsIn(market, readsObject).slice(0, 1)) {
      test(
        'without a token an existing object and a missing one look alike',
        proves('bearer.order.before-existence'),
        async ({ caller }) => {
          await caller.control(operation)
          const { name } = objectOf(operation)!
          const headers = { Authorization: undefined }
          const existing = await caller.call(operation, { headers })
          const missing = await caller.call(operation, { headers, parameters: { [name]: unknownId } })
          expect(missing).toShow({
            at: 'status and body',
            expected: `${existing.status} ${existing.body}`,
            actual: `${missing.status} ${missing.body}`,
          })
        },
      )
    }

    test('a refusal for a missing header names it', proves('error.field-location'), async ({ caller }) => {
      const operation = readingOperation(market)
      await caller.control(operation)
      const name = neutralHeader(operation)
      const reply = await caller.call(operation, { headers: { [name]: undefined } })
      const isNamed = reply.body.toLowerCase().includes(name.toLowerCase())
      expect(reply).toShow({
        at: '/location',
        expected: name,
        actual: isNamed ? name : `${reply.status} without that name`,
      })
    })

    for (const [name, spell] of Object.entries(spellings)) {
      test(
        `an address with ${name} needs a token as well`,
        proves('http.path.normalised'),
        async ({ caller, client }) => {
          const operation = readingOperation(market)
          await caller.control(operation)
          const { path, headers } = await caller.prepare(operation)
          const stranger = { ...headers, Authorization: undefined }
          expect(await client.send({ method: 'GET', path: spell(path), headers: stranger })).toBeRefused(
            400,
            401,
            403,
            404,
          )
        },
      )
    }
  })
})
