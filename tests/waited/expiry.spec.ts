import { spanToText } from '../../src/http/server-time.ts'
import { kindsOfParked } from '../../src/parked/kinds.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { inMarketsOffering, waitOfRun, whereTimeCannotBeMoved } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'

// The folder's name is the last one: while other tests run, the time until these deadlines passes.
const waitSeconds = waitOfRun()
/** Nobody waits longer for one deadline, in seconds. */
const longest = 3600

whereTimeCannotBeMoved(() => {
  inMarketsOffering('authorize', () => {
    test.describe('parked by this run', () => {
      test.describe.configure({ timeout: (waitSeconds + 120) * 1000 })

      for (const kind of kindsOfParked.filter(({ lifetime }) => lifetime < longest))
        test(
          `the ${kind.title} is refused as soon as its ${spanToText(kind.lifetime)} are over`,
          proves(kind.requirement),
          async ({ parking }) => {
            expect(await parking.waitedFor(kind, waitSeconds)).toHold()
          },
        )
    })
  })
})
