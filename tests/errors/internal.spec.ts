import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { byProduct, isApiResource, operationsIn } from '../../src/testing/operations.ts'
import { provesFor } from '../../src/testing/proves.ts'
import { inEveryMarket } from '../../src/testing/passes.ts'

inEveryMarket((market) => {
  for (const { product, operations } of byProduct(operationsIn(market, isApiResource))) {
    test(
      `${product}: an internal failure is answered in the documented shape`,
      provesFor('error.500.envelope', { product }),
      async ({ caller, answers, each }) => {
        await each(operations, async (operation) => {
          await caller.control(operation)
          const call = await caller.prepare(operation)
          await answers.answerNext(operation.id)
          expect(await caller.send(call)).toFailWith(500, 'serverUnavailable')
        })
      },
    )
  }
})
