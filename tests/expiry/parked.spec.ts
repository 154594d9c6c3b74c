import { spanToText } from '../../src/http/server-time.ts'
import { kindsOfParked } from '../../src/parked/kinds.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { inMarketsOffering, whereTimeCannotBeMoved } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'

whereTimeCannotBeMoved(() => {
  inMarketsOffering('authorize', () => {
    test.describe('parked by an earlier run', () => {
      for (const kind of kindsOfParked)
        test(
          `the ${kind.title} is refused after its ${spanToText(kind.lifetime)}`,
          proves(kind.requirement),
          async ({ parking }) => {
            expect(await parking.seen(kind, 'after')).toHold()
          },
        )

      for (const kind of kindsOfParked.filter(({ aliveFrom }) => aliveFrom !== undefined))
        test(
          `the ${kind.title} works until shortly before its ${spanToText(kind.lifetime)}`,
          proves(kind.requirement),
          async ({ parking }) => {
            expect(await parking.seen(kind, 'before')).toHold()
          },
        )
    })
  })
})
