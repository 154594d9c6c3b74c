import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { byProduct, isResource, nameOf, operationsIn } from '../../src/testing/operations.ts'
import { provesFor } from '../../src/testing/proves.ts'
import { inEveryMarket } from '../../src/testing/passes.ts'

inEveryMarket((market) => {
  /** Every operation of every market, asked correctly; the checks judge status, media type, headers and body. */
  for (const { product, operations } of byProduct(operationsIn(market, isResource))) {
    for (const operation of operations) {
      test(
        `${nameOf(operation)} answers as documented`,
        provesFor('shape.operation.succeeds', { product }),
        async ({ caller }) => {
          expect(await caller.call(operation)).toGoOn()
        },
      )
    }
  }
})
