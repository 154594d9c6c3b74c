import { bodiesOfWrongType, bodiesWithoutRequired, invalidParameter } from '../../src/contract/mistakes.ts'
import { exampleBody } from '../../src/oauth/resource-call.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { isResource, nameOf, offers, takesJson } from '../../src/testing/operations.ts'
import { provesFor } from '../../src/testing/proves.ts'

/** Requests that break their documents: derived from the schema of every operation. */
for (const { market, operation } of offers(isResource)) {
  const queries = operation.parameters.filter((parameter) => parameter.in === 'query')
  const mistakes = queries.flatMap((parameter) => invalidParameter(parameter) ?? [])

  test.describe(`${market.id}: ${nameOf(operation)}`, () => {
    for (const name of operation.requiredHeaders) {
      test(
        `without the header ${name} is refused`,
        provesFor('request.header.required', operation, market.id),
        async ({ caller }) => {
          positiveControl(await caller.call(operation))
          expect(await caller.call(operation, { headers: { [name]: undefined } })).toBeRefused(400)
        },
      )
    }

    for (const { name } of queries.filter(({ required }) => required)) {
      test(
        `without the parameter ${name} is refused`,
        provesFor('request.parameter.required', operation, market.id),
        async ({ caller }) => {
          positiveControl(await caller.call(operation))
          expect(await caller.call(operation, { without: [name] })).toBeRefused(400)
        },
      )
    }

    for (const { at, what, value } of mistakes) {
      test(
        `with ${what} as ${at} is refused`,
        provesFor('request.parameter.invalid', operation, market.id),
        async ({ caller }) => {
          positiveControl(await caller.call(operation))
          expect(await caller.call(operation, { parameters: { [at]: value } })).toBeRefused(400)
        },
      )
    }
  })
}

for (const { market, operation } of offers((candidate) => isResource(candidate) && takesJson(candidate))) {
  const schema = operation.request?.schema ?? {}
  const example = exampleBody(operation)

  test.describe(`${market.id}: ${nameOf(operation)}`, () => {
    for (const { at, body } of bodiesWithoutRequired(schema, example)) {
      test(
        `without the field ${at} is refused`,
        provesFor('request.body.required', operation, market.id),
        async ({ caller }) => {
          positiveControl(await caller.call(operation))
          expect(await caller.call(operation, { body })).toBeRefused(400)
        },
      )
    }

    for (const { at, body } of bodiesOfWrongType(schema, example)) {
      test(
        `with the field ${at} of the wrong type is refused`,
        provesFor('request.body.invalid', operation, market.id),
        async ({ caller }) => {
          positiveControl(await caller.call(operation))
          expect(await caller.call(operation, { body })).toBeRefused(400)
        },
      )
    }
  })
}
