import { encodeForm } from '../../src/oauth/application.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { readingOperation } from '../../src/testing/operations.ts'
import { proves } from '../../src/testing/proves.ts'
import { grantTokens } from '../../src/testing/token-broker.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'

inMarketsOffering('authorize', () => {
  test.describe('revoke', () => {
    test(
      'a revoked access token stops working at once',
      proves('revoke.access-token.effective'),
      async ({ app, customer, caller, market }) => {
        const { accessToken } = await grantTokens(app, customer)
        positiveControl(await caller.call(readingOperation(market), { accessToken }))
        positiveControl(await app.revoke(accessToken, 'access_token'))
        expect(await caller.call(readingOperation(market), { accessToken })).toBeRefused(401)
      },
    )

    test(
      'revoking the access token ends the refresh token',
      proves('revoke.access-token.ends-refresh'),
      async ({ app, customer }) => {
        const { accessToken, refreshToken } = await grantTokens(app, customer)
        positiveControl(await app.revoke(accessToken, 'access_token'))
        expect(await app.refresh(refreshToken)).toFailWith(400, 'invalid_grant')
      },
    )

    test(
      'a revoked refresh token stops working at once',
      proves('revoke.refresh-token.effective'),
      async ({ app, customer }) => {
        const { refreshToken } = await grantTokens(app, customer)
        positiveControl(await app.revoke(refreshToken, 'refresh_token'))
        expect(await app.refresh(refreshToken)).toFailWith(400, 'invalid_grant')
      },
    )

    test(
      'revoking the refresh token ends the access token',
      proves('revoke.refresh-token.ends-access'),
      async ({ app, customer, caller, market }) => {
        const { accessToken, refreshToken } = await grantTokens(app, customer)
        positiveControl(await caller.call(readingOperation(market), { accessToken }))
        positiveControl(await app.revoke(refreshToken, 'refresh_token'))
        expect(await caller.call(readingOperation(market), { accessToken })).toBeRefused(401)
      },
    )

    test(
      'needs client credentials',
      proves('revoke.client-auth'),
      async ({ app, customer, caller, market }) => {
        const { accessToken } = await grantTokens(app, customer)
        expect(
          await app.revoke(accessToken, 'access_token', { headers: { authorization: undefined } }),
        ).toFailWith(401, 'invalid_client')
        expect(await caller.call(readingOperation(market), { accessToken })).toSucceed()
        positiveControl(await app.revoke(accessToken, 'access_token'))
      },
    )

    test(
      'by GET it revokes nothing',
      proves('revoke.request.post-only'),
      async ({ app, customer, caller, market }) => {
        const { accessToken } = await grantTokens(app, customer)
        const query = encodeForm({ token: accessToken, token_type_hint: 'access_token' })
        const reply = await app.client.send({
          method: 'GET',
          path: `/authCode/oauth2/revoke?${query}`,
          headers: { authorization: app.basic, accept: 'application/json' },
        })
        expect(reply).toBeRefused(400, 404, 405)
        expect(await caller.call(readingOperation(market), { accessToken })).toSucceed()
        positiveControl(await app.revoke(accessToken, 'access_token'))
      },
    )

    test('revoking an unknown token answers 200', proves('revoke.unknown-token-ok'), async ({ app }) => {
      expect(await app.revoke('T'.repeat(43), 'access_token')).toSucceed()
    })

    test(
      'a token of another application is not revoked',
      proves('revoke.foreign-token'),
      async ({ app, otherApp, customer, caller, market }) => {
        const { accessToken } = await grantTokens(app, customer)
        await otherApp.revoke(accessToken, 'access_token')
        expect(await caller.call(readingOperation(market), { accessToken })).toSucceed()
        positiveControl(await app.revoke(accessToken, 'access_token'))
      },
    )

    test(
      'a wrong hint does not keep a token alive',
      proves('revoke.wrong-hint'),
      async ({ app, customer, caller, market }) => {
        const { accessToken } = await grantTokens(app, customer)
        positiveControl(await caller.call(readingOperation(market), { accessToken }))
        await app.revoke(accessToken, 'refresh_token')
        expect(await caller.call(readingOperation(market), { accessToken })).toBeRefused(401)
      },
    )

    test('revoking twice is no error', proves('revoke.idempotent'), async ({ app, customer }) => {
      const { accessToken } = await grantTokens(app, customer)
      positiveControl(await app.revoke(accessToken, 'access_token'))
      expect(await app.revoke(accessToken, 'access_token')).toSucceed()
    })
  })
})
