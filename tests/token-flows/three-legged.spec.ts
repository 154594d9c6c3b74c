import { marketOf } from '../../src/markets/index.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { notObserved, positiveControl } from '../../src/testing/not-observed.ts'
import { readingOperation } from '../../src/testing/operations.ts'
import { proves } from '../../src/testing/proves.ts'
import { grantTokens } from '../../src/testing/token-broker.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'

inMarketsOffering('authorize', () => {
  test.describe('three-legged', () => {
    test(
      'login and consent give a code, the code a token, the token data',
      proves('authorize.flow.login-and-consent'),
      async ({ app, customer, scope, caller, market }) => {
        const result = await customer.authorize(app, scope)
        expect(result).toCallBackWithCode()
        const tokens = await app.redeem(result.callback?.get('code') ?? '')
        expect(tokens).toSucceed()
        const { access_token: accessToken } = tokens.json as { access_token: string }
        expect(await caller.call(readingOperation(market), { accessToken })).toSucceed()
      },
    )

    test(
      'a wrong password gives no code',
      proves('authorize.login.wrong-password'),
      async ({ app, customer, scope }) => {
        expect(await customer.authorize(app, scope, { password: 'not-the-password' })).toStayAtTheBank()
      },
    )

    test(
      'refused consent is sent back as access_denied with the state',
      proves('authorize.error.access-denied'),
      async ({ app, customer, scope }) => {
        const result = await customer.authorize(app, scope, {
          decision: 'deny',
          request: { state: 'kept-in-denial' },
        })
        expect(result).toCallBackWith({ error: 'access_denied', state: 'kept-in-denial' })
      },
    )

    test(
      'withdrawn consent ends access',
      proves('authorize.consent.withdrawn'),
      async ({ app, customer, control, caller, market }) => {
        const { accessToken, refreshToken } = await grantTokens(app, customer)
        positiveControl(await caller.call(readingOperation(market), { accessToken }))
        await control.withdrawConsents(customer.username)
        expect(await caller.call(readingOperation(market), { accessToken })).toBeRefused(401)
        expect(await app.refresh(refreshToken)).toFailWith(400, 'invalid_grant')
      },
    )

    test(
      'two customers see different accounts',
      proves('access.customer.separate'),
      async ({ caller, otherCaller, market }) => {
        const resource = readingOperation(market)
        const mine = positiveControl(await caller.call(resource))
        const theirs = positiveControl(await otherCaller.call(resource))
        expect(theirs).toShow({
          at: 'body',
          expected: 'other data',
          actual: mine.body === theirs.body ? 'the same data' : 'other data',
        })
      },
    )

    test(
      'a code of one market is not redeemed in another',
      proves('access.market.code-bound'),
      async ({ app, customer, scope, market }) => {
        const { callback } = await customer.authorize(app, scope)
        const code = callback?.get('code') ?? notObserved('unclear: login and consent gave no code')
        const abroad = app.in(marketOf(market.id === 'sg' ? 'au' : 'sg'))
        expect(await abroad.redeem(code)).toFailWith(400, 'invalid_grant')
      },
    )

    for (const id of ['us', 'sg', 'hk', 'au', 'in', 'pl', 'gb'] as const) {
      test(
        `the same credentials get a token in ${id}`,
        proves('access.market.credentials'),
        async ({ app }) => {
          expect(await app.in(marketOf(id)).fetchToken()).toSucceed()
        },
      )
    }
  })
})
