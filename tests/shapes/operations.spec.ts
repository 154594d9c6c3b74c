import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { isResource, nameOf, offers } from '../../src/testing/operations.ts'
import { provesFor } from '../../src/testing/proves.ts'

/** Every operation of every market, asked correctly; the checks judge status, media type, headers and body. */
for (const { market, operation } of offers(isResource)) {
  test(
    `${market.id}: ${nameOf(operation)} answers as documented`,
    provesFor('shape.operation.succeeds', operation, market.id),
    async ({ caller }) => {
      expect(await caller.call(operation)).toSucceed()
    },
  )
}
