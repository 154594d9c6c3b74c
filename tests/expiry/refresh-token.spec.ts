import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { readingOperation } from '../../src/testing/operations.ts'
import { proves } from '../../src/testing/proves.ts'
import { grantTokens } from '../../src/testing/token-broker.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'

inMarketsOffering('authorize', () => {
  test.describe('refresh token', () => {
    test(
      'gives a new pair a second before its 30 days',
      proves('expiry.refresh-token.30-days'),
      async ({ app, customer, clock }) => {
        const { refreshToken } = await grantTokens(app, customer)
        await clock.advance({ days: 29, hours: 23, minutes: 59, seconds: 59 })
        expect(await app.refresh(refreshToken)).toSucceed()
      },
    )

    test(
      'is refused a second after its 30 days',
      proves('expiry.refresh-token.30-days'),
      async ({ app, customer, clock }) => {
        const { refreshToken } = await grantTokens(app, customer)
        await clock.advance({ days: 30, seconds: 1 })
        expect(await app.refresh(refreshToken)).toFailWith(400, 'invalid_grant')
      },
    )

    test(
      'after its 30 days only a new consent gives access',
      proves('expiry.refresh-token.new-consent'),
      async ({ app, customer, caller, market, clock }) => {
        const { accessToken, refreshToken } = await grantTokens(app, customer)
        await clock.advance({ days: 30, seconds: 1 })
        expect(await caller.call(readingOperation(market), { accessToken })).toBeRefused(401)
        expect(await app.refresh(refreshToken)).toFailWith(400, 'invalid_grant')
        const renewed = await grantTokens(app, customer)
        expect(
          positiveControl(await caller.call(readingOperation(market), { accessToken: renewed.accessToken })),
        ).toSucceed()
      },
    )
  })
})
