import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { isResource, nameOf, offers } from '../../src/testing/operations.ts'
import { provesFor } from '../../src/testing/proves.ts'

for (const { market, operation } of offers(
  (candidate) => isResource(candidate) && candidate.base === 'api',
)) {
  test(
    `${market.id}: ${nameOf(operation)} answers an internal failure in the documented shape`,
    provesFor('error.500.envelope', operation, market.id),
    async ({ caller, control }) => {
      positiveControl(await caller.call(operation))
      await control.failNext(operation.id)
      expect(await caller.call(operation)).toFailWith(500, 'serverUnavailable')
    },
  )
}
