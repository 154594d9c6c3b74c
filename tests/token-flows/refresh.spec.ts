import { readTokenPair } from '../../src/oauth/application.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { readingOperation } from '../../src/testing/operations.ts'
import { proves } from '../../src/testing/proves.ts'
import { grantTokens } from '../../src/testing/token-broker.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'

inMarketsOffering('authorize', () => {
  test.describe('refresh', () => {
    test(
      'gives a new pair that works',
      proves('refresh.flow.new-pair'),
      async ({ app, customer, caller, market }) => {
        const old = await grantTokens(app, customer)
        const reply = await app.refresh(old.refreshToken)
        expect(reply).toSucceed()
        const pair = readTokenPair(reply)
        expect(
          await caller.call(readingOperation(market), { accessToken: pair?.accessToken ?? '' }),
        ).toSucceed()
        expect(reply).toShow({
          at: '/access_token and /refresh_token',
          expected: 'two new tokens',
          actual:
            pair?.accessToken !== old.accessToken &&
            pair?.refreshToken !== old.refreshToken &&
            pair?.refreshToken !== ''
              ? 'two new tokens'
              : 'an old or no token',
        })
      },
    )

    test('needs client credentials', proves('refresh.client-auth'), async ({ app, customer }) => {
      const { refreshToken } = await grantTokens(app, customer)
      expect(await app.refresh(refreshToken, { headers: { authorization: undefined } })).toFailWith(
        401,
        'invalid_client',
      )
      positiveControl(await app.refresh(refreshToken))
    })

    test(
      'works only for its application',
      proves('refresh.bound-to-client'),
      async ({ app, otherApp, customer }) => {
        const { refreshToken } = await grantTokens(app, customer)
        expect(await otherApp.refresh(refreshToken)).toFailWith(400, 'invalid_grant')
        positiveControl(await app.refresh((await grantTokens(app, customer)).refreshToken))
      },
    )

    test(
      'an unknown refresh token is refused',
      proves('refresh.unknown-token'),
      async ({ app, customer }) => {
        positiveControl(await app.refresh((await grantTokens(app, customer)).refreshToken))
        expect(await app.refresh('R'.repeat(43))).toFailWith(400, 'invalid_grant')
      },
    )

    test(
      'an access token is no refresh token',
      proves('refresh.access-token-refused'),
      async ({ app, customer }) => {
        const { accessToken, refreshToken } = await grantTokens(app, customer)
        expect(await app.refresh(accessToken)).toFailWith(400, 'invalid_grant')
        positiveControl(await app.refresh(refreshToken))
      },
    )

    test('cannot widen the scope', proves('refresh.scope-not-wider'), async ({ app, customer, scope }) => {
      const [first = ''] = scope.split(' ')
      const { refreshToken } = await grantTokens(app, customer, first)
      expect(await app.refresh(refreshToken, { form: { scope: `${first} /api` } })).toFailWith(
        400,
        'invalid_scope',
      )
      positiveControl(await app.refresh((await grantTokens(app, customer, first)).refreshToken))
    })

    test(
      'the old refresh token is refused afterwards',
      proves('refresh.rotation-replaces'),
      async ({ app, customer }) => {
        const { refreshToken } = await grantTokens(app, customer)
        positiveControl(await app.refresh(refreshToken))
        expect(await app.refresh(refreshToken)).toFailWith(400, 'invalid_grant')
      },
    )

    test(
      'reuse of a replaced refresh token ends the whole grant',
      proves('refresh.reuse-kills-family'),
      async ({ app, customer, caller, market }) => {
        const { refreshToken } = await grantTokens(app, customer)
        const second = readTokenPair(positiveControl(await app.refresh(refreshToken)))
        await app.refresh(refreshToken)
        expect(
          await caller.call(readingOperation(market), { accessToken: second?.accessToken ?? '' }),
        ).toBeRefused(401)
        expect(await app.refresh(second?.refreshToken ?? '')).toFailWith(400, 'invalid_grant')
      },
    )

    test(
      'two refreshes at once leave at most one family',
      proves('refresh.race'),
      async ({ app, customer }) => {
        const { refreshToken } = await grantTokens(app, customer)
        const replies = await Promise.all([app.refresh(refreshToken), app.refresh(refreshToken)])
        const won = replies.filter(({ status }) => status === 200).length
        expect(replies[0]).toShow({
          at: 'status',
          expected: 'at most 1 of 2 succeeds',
          actual: won > 1 ? `${won} of 2 succeed` : 'at most 1 of 2 succeeds',
        })
      },
    )
  })
})
