import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { isResource, nameOf, operationsIn } from '../../src/testing/operations.ts'
import { provesFor } from '../../src/testing/proves.ts'
import { inEveryMarket } from '../../src/testing/passes.ts'

inEveryMarket((market) => {
  for (const operation of operationsIn(
    market,
    (candidate) => isResource(candidate) && candidate.base === 'api',
  )) {
    test(
      `${nameOf(operation)} answers an internal failure in the documented shape`,
      provesFor('error.500.envelope', operation),
      async ({ caller, control }) => {
        await caller.control(operation)
        await control.failNext(operation.id)
        expect(await caller.call(operation)).toFailWith(500, 'serverUnavailable')
      },
    )
  }
})
