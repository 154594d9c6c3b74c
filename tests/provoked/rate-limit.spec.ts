import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { onceOffering, whereTimeCannotBeMoved } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'

const questions = [
  ['more calls than the quota give 429', 'ratelimit.429.status'],
  ['the remaining calls fall by one with each call', 'ratelimit.header.remaining-falls'],
  ['failed calls use up the quota as well', 'ratelimit.429.before-authentication'],
  ['one application does not use up the quota of another', 'ratelimit.scope.per-client'],
  ['a call after the stated wait succeeds', 'ratelimit.retry-after.honest'],
  ['service is back a minute later', 'ratelimit.window.recovers'],
  ['a revocation that was answered 429 revoked nothing', 'ratelimit.429.no-side-effect'],
] as const

const fiveMinutes = 300_000

// With --with-429 these tests are a project of their own, which runs after all others; the first of them spends the
// cap, which is one for all markets.
whereTimeCannotBeMoved(() => {
  onceOffering('issueClientCredentialsToken', () => {
    test.describe('rate limit, spent on purpose', () => {
      test.describe.configure({ timeout: fiveMinutes })

      for (const [title, id] of questions)
        test(title, proves(id), async ({ provokedCap }) => {
          expect(await provokedCap.seen(id)).toHold()
        })
    })
  })
})
