import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { isResource, nameOf, operationsIn } from '../../src/testing/operations.ts'
import { provesFor } from '../../src/testing/proves.ts'
import { inEveryMarket } from '../../src/testing/passes.ts'

inEveryMarket((market) => {
  /** Every operation of every market, asked correctly; the checks judge status, media type, headers and body. */
  for (const operation of operationsIn(market, isResource)) {
    test(
      `${nameOf(operation)} answers as documented`,
      provesFor('shape.operation.succeeds', operation),
      async ({ caller }) => {
        expect(await caller.call(operation)).toSucceed()
      },
    )
  }
})
