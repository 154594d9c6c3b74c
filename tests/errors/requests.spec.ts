import { bodiesOfWrongType, bodiesWithoutRequired, invalidParameter } from '../../src/contract/mistakes.ts'
import { exampleBody } from '../../src/oauth/resource-call.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { isResource, nameOf, operationsIn, takesJson } from '../../src/testing/operations.ts'
import { provesFor } from '../../src/testing/proves.ts'
import { inEveryMarket } from '../../src/testing/passes.ts'

inEveryMarket((market) => {
  /** Requests that break their documents: derived from the schema of every operation. */
  for (const operation of operationsIn(market, isResource)) {
    const queries = operation.parameters.filter((parameter) => parameter.in === 'query')
    const mistakes = queries.flatMap((parameter) => invalidParameter(parameter) ?? [])

    test.describe(nameOf(operation), () => {
      for (const name of operation.requiredHeaders) {
        test(
          `without the header ${name} is refused`,
          provesFor('request.header.required', operation),
          async ({ caller }) => {
            await caller.control(operation)
            expect(await caller.call(operation, { headers: { [name]: undefined } })).toBeRefused(400)
          },
        )
      }

      for (const { name } of queries.filter(({ required }) => required)) {
        test(
          `without the parameter ${name} is refused`,
          provesFor('request.parameter.required', operation),
          async ({ caller }) => {
            await caller.control(operation)
            expect(await caller.call(operation, { without: [name] })).toBeRefused(400)
          },
        )
      }

      for (const { at, what, value } of mistakes) {
        test(
          `with ${what} as ${at} is refused`,
          provesFor('request.parameter.invalid', operation),
          async ({ caller }) => {
            await caller.control(operation)
            expect(await caller.call(operation, { parameters: { [at]: value } })).toBeRefused(400)
          },
        )
      }
    })
  }

  for (const operation of operationsIn(
    market,
    (candidate) => isResource(candidate) && takesJson(candidate),
  )) {
    const schema = operation.request?.schema ?? {}
    const example = exampleBody(operation)

    test.describe(nameOf(operation), () => {
      for (const { at, body } of bodiesWithoutRequired(schema, example)) {
        test(
          `without the field ${at} is refused`,
          provesFor('request.body.required', operation),
          async ({ caller }) => {
            await caller.control(operation)
            expect(await caller.call(operation, { body })).toBeRefused(400)
          },
        )
      }

      for (const { at, body } of bodiesOfWrongType(schema, example)) {
        test(
          `with the field ${at} of the wrong type is refused`,
          provesFor('request.body.invalid', operation),
          async ({ caller }) => {
            await caller.control(operation)
            expect(await caller.call(operation, { body })).toBeRefused(400)
          },
        )
      }
    })
  }
})
