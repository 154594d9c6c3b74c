import { readTokenPair } from '../../src/oauth/application.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { readingOperation } from '../../src/testing/operations.ts'
import { proves } from '../../src/testing/proves.ts'
import { grantTokens } from '../../src/testing/token-broker.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'

inMarketsOffering('authorize', () => {
  test.describe('access token', () => {
    test(
      'opens data a second before its 30 minutes',
      proves('expiry.access-token.30min'),
      async ({ app, customer, caller, market, clock }) => {
        const { accessToken } = await grantTokens(app, customer)
        await clock.advance({ minutes: 29, seconds: 59 })
        expect(await caller.call(readingOperation(market), { accessToken })).toSucceed()
      },
    )

    test(
      'is refused a second after its 30 minutes',
      proves('expiry.access-token.30min'),
      async ({ app, customer, caller, market, clock }) => {
        const { accessToken } = await grantTokens(app, customer)
        positiveControl(await caller.call(readingOperation(market), { accessToken }))
        await clock.advance({ minutes: 30, seconds: 1 })
        expect(await caller.call(readingOperation(market), { accessToken })).toBeRefused(401)
      },
    )

    // A two-legged token opens no customer data: 403 says that it is known and alive, 401 that it is dead.
    test(
      'a two-legged one is alive a second before its 30 minutes',
      proves('expiry.access-token.two-legged'),
      async ({ app, caller, market, clock }) => {
        const { accessToken = '' } = readTokenPair(positiveControl(await app.fetchToken())) ?? {}
        await clock.advance({ minutes: 29, seconds: 59 })
        expect(await caller.call(readingOperation(market), { accessToken })).toBeRefused(403)
      },
    )

    test(
      'a two-legged one is dead a second after its 30 minutes',
      proves('expiry.access-token.two-legged'),
      async ({ app, caller, market, clock }) => {
        const { accessToken = '' } = readTokenPair(positiveControl(await app.fetchToken())) ?? {}
        await clock.advance({ minutes: 30, seconds: 1 })
        expect(await caller.call(readingOperation(market), { accessToken })).toBeRefused(401)
      },
    )

    test(
      'one from a refresh is alive a second before its own 30 minutes',
      proves('expiry.access-token.after-refresh'),
      async ({ app, customer, caller, market, clock }) => {
        const { refreshToken } = await grantTokens(app, customer)
        await clock.advance({ hours: 5 })
        const { accessToken = '' } = readTokenPair(positiveControl(await app.refresh(refreshToken))) ?? {}
        await clock.advance({ minutes: 29, seconds: 59 })
        expect(await caller.call(readingOperation(market), { accessToken })).toSucceed()
      },
    )

    test(
      'one from a refresh is dead a second after its own 30 minutes',
      proves('expiry.access-token.after-refresh'),
      async ({ app, customer, caller, market, clock }) => {
        const { refreshToken } = await grantTokens(app, customer)
        const { accessToken = '' } = readTokenPair(positiveControl(await app.refresh(refreshToken))) ?? {}
        await clock.advance({ minutes: 30, seconds: 1 })
        expect(await caller.call(readingOperation(market), { accessToken })).toBeRefused(401)
      },
    )

    test(
      'use does not lengthen its life',
      proves('expiry.access-token.no-sliding'),
      async ({ app, customer, caller, market, clock }) => {
        const { accessToken } = await grantTokens(app, customer)
        await clock.advance({ minutes: 15 })
        positiveControl(await caller.call(readingOperation(market), { accessToken }))
        await clock.advance({ minutes: 14, seconds: 59 })
        positiveControl(await caller.call(readingOperation(market), { accessToken }))
        await clock.advance({ seconds: 2 })
        expect(await caller.call(readingOperation(market), { accessToken })).toBeRefused(401)
      },
    )

    test(
      'each has a deadline of its own',
      proves('expiry.access-token.independent'),
      async ({ app, customer, caller, market, clock }) => {
        const first = await grantTokens(app, customer)
        await clock.advance({ minutes: 20 })
        const second = await grantTokens(app, customer)
        await clock.advance({ minutes: 11 })
        expect(await caller.call(readingOperation(market), { accessToken: first.accessToken })).toBeRefused(
          401,
        )
        expect(await caller.call(readingOperation(market), { accessToken: second.accessToken })).toSucceed()
      },
    )

    test(
      'lives as long as its expires_in says',
      proves('expiry.access-token.honest'),
      async ({ app, customer, caller, market, clock }) => {
        const { accessToken, expiresIn } = await grantTokens(app, customer)
        await clock.advance({ seconds: expiresIn - 1 })
        expect(await caller.call(readingOperation(market), { accessToken })).toSucceed()
        await clock.advance({ seconds: 2 })
        expect(await caller.call(readingOperation(market), { accessToken })).toBeRefused(401)
      },
    )

    test(
      'a refresh after the 401 gives one that works',
      proves('expiry.access-token.then-refresh'),
      async ({ app, customer, caller, market, clock }) => {
        const { accessToken, refreshToken } = await grantTokens(app, customer)
        await clock.advance({ minutes: 31 })
        const dead = await caller.call(readingOperation(market), { accessToken })
        const fresh = await app.refresh(refreshToken)
        expect(dead).toBeRefused(401)
        expect(fresh).toSucceed()
        expect(
          await caller.call(readingOperation(market), {
            accessToken: readTokenPair(fresh)?.accessToken ?? '',
          }),
        ).toSucceed()
      },
    )
  })
})
