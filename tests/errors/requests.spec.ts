import { bodiesOfWrongType, bodiesWithoutRequired, invalidParameter } from '../../src/contract/mistakes.ts'
import type { Operation, Parameter } from '../../src/contract/types.ts'
import { exampleBody } from '../../src/oauth/resource-call.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { byProduct, isResource, operationsIn, takesJson } from '../../src/testing/operations.ts'
import { provesFor } from '../../src/testing/proves.ts'
import { inEveryMarket } from '../../src/testing/passes.ts'

const queriesOf = ({ parameters }: Operation): Parameter[] =>
  parameters.filter((parameter) => parameter.in === 'query')
const requiredQueries = (operation: Operation): Parameter[] =>
  queriesOf(operation).filter(({ required }) => required)
const parameterMistakes = (operation: Operation) =>
  queriesOf(operation).flatMap((parameter) => invalidParameter(parameter) ?? [])
const schemaOf = ({ request }: Operation) => request?.schema ?? {}

inEveryMarket((market) => {
  const resources = operationsIn(market, isResource)

  /** Requests that break their documents: derived from the schema of every operation. */
  for (const { product, operations } of byProduct(resources)) {
    test(
      `${product}: a call without a required header is refused`,
      provesFor('request.header.required', { product }),
      async ({ caller, each }) => {
        await each(operations, async (operation) => {
          await caller.control(operation)
          for (const name of operation.requiredHeaders)
            expect(await caller.call(operation, { headers: { [name]: undefined } })).toBeRefused(400)
        })
      },
    )
  }

  for (const { product, operations } of byProduct(
    resources.filter((operation) => requiredQueries(operation).length > 0),
  )) {
    test(
      `${product}: a call without a required parameter is refused`,
      provesFor('request.parameter.required', { product }),
      async ({ caller, each }) => {
        await each(operations, async (operation) => {
          await caller.control(operation)
          for (const { name } of requiredQueries(operation))
            expect(await caller.call(operation, { without: [name] })).toBeRefused(400)
        })
      },
    )
  }

  for (const { product, operations } of byProduct(
    resources.filter((operation) => parameterMistakes(operation).length > 0),
  )) {
    test(
      `${product}: a parameter outside its documented values is refused`,
      provesFor('request.parameter.invalid', { product }),
      async ({ caller, each }) => {
        await each(operations, async (operation) => {
          await caller.control(operation)
          for (const { at, value } of parameterMistakes(operation))
            expect(await caller.call(operation, { parameters: { [at]: value } })).toBeRefused(400)
        })
      },
    )
  }

  for (const { product, operations } of byProduct(resources.filter(takesJson))) {
    test.describe(product, () => {
      test(
        'a body without a required field is refused',
        provesFor('request.body.required', { product }),
        async ({ caller, each }) => {
          await each(operations, async (operation) => {
            await caller.control(operation)
            for (const { body } of bodiesWithoutRequired(schemaOf(operation), exampleBody(operation)))
              expect(await caller.call(operation, { body })).toBeRefused(400)
          })
        },
      )

      test(
        'a body with a field of the wrong type is refused',
        provesFor('request.body.invalid', { product }),
        async ({ caller, each }) => {
          await each(operations, async (operation) => {
            await caller.control(operation)
            for (const { body } of bodiesOfWrongType(schemaOf(operation), exampleBody(operation)))
              expect(await caller.call(operation, { body })).toBeRefused(400)
          })
        },
      )
    })
  }
})
