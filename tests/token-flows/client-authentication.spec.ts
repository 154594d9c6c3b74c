import { basicHeader, readTokenPair } from '../../src/oauth/application.ts'
import { test } from '../../src/testing/fixtures.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { errorCodeOf, expect } from '../../src/testing/matchers.ts'
import { proves } from '../../src/testing/proves.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'

inMarketsOffering('issueClientCredentialsToken', () => {
  test.describe('client authentication', () => {
    test(
      'a client id and secret in a Basic header give a token',
      proves('token.client-auth.basic'),
      async ({ app }) => {
        expect(await app.fetchToken()).toSucceed()
      },
    )

    test(
      'a call without credentials gets no token',
      proves('token.client-auth.required'),
      async ({ app }) => {
        positiveControl(await app.fetchToken())
        const reply = await app.fetchToken({ headers: { authorization: undefined } })
        expect(reply).toFailWith(401, 'invalid_client')
      },
    )

    test('a wrong secret is refused', proves('token.client-auth.wrong-secret'), async ({ app }) => {
      positiveControl(await app.fetchToken())
      const wrong = basicHeader(app.clientId, 'x'.repeat(app.clientSecret.length))
      expect(await app.fetchToken({ headers: { authorization: wrong } })).toFailWith(401, 'invalid_client')
    })

    test(
      'an unknown client is refused in the words of a wrong secret',
      proves('token.client-auth.unknown-client'),
      async ({ app }) => {
        positiveControl(await app.fetchToken())
        const wrongSecret = await app.fetchToken({
          headers: { authorization: basicHeader(app.clientId, 'wrong-secret') },
        })
        const unknown = await app.fetchToken({
          headers: { authorization: basicHeader('00000000-0000-4000-8000-000000000000', app.clientSecret) },
        })
        expect(unknown).toFailWith(401, 'invalid_client')
        expect(unknown).toShow({ at: 'body', expected: wrongSecret.body, actual: unknown.body })
      },
    )

    test(
      'id and secret in the wrong order are refused',
      proves('token.client-auth.swapped'),
      async ({ app }) => {
        positiveControl(await app.fetchToken())
        const swapped = basicHeader(app.clientSecret, app.clientId)
        expect(await app.fetchToken({ headers: { authorization: swapped } })).toFailWith(
          401,
          'invalid_client',
        )
      },
    )

    test(
      'the secret of another application is refused',
      proves('token.client-auth.foreign-secret'),
      async ({ app, otherApp }) => {
        positiveControl(await otherApp.fetchToken())
        const foreign = basicHeader(app.clientId, otherApp.clientSecret)
        expect(await app.fetchToken({ headers: { authorization: foreign } })).toFailWith(
          401,
          'invalid_client',
        )
      },
    )

    test(
      'credentials that are not base64 are refused',
      proves('token.client-auth.base64'),
      async ({ app }) => {
        positiveControl(await app.fetchToken())
        const plain = `Basic ${app.clientId}:${app.clientSecret}`
        expect(await app.fetchToken({ headers: { authorization: plain } })).toFailWith(401, 'invalid_client')
      },
    )

    test(
      'credentials without the prefix Basic are refused',
      proves('token.client-auth.scheme'),
      async ({ app }) => {
        positiveControl(await app.fetchToken())
        const bare = app.basic.replace('Basic ', '')
        expect(await app.fetchToken({ headers: { authorization: bare } })).toFailWith(401, 'invalid_client')
      },
    )

    test(
      'a Bearer token does not authenticate a token call',
      proves('token.client-auth.bearer-refused'),
      async ({ app }) => {
        const { accessToken } = readTokenPair(positiveControl(await app.fetchToken())) ?? {}
        expect(
          await app.fetchToken({ headers: { authorization: `Bearer ${accessToken ?? ''}` } }),
        ).toFailWith(401, 'invalid_client')
      },
    )

    test(
      'credentials in the address give no token',
      proves('token.request.no-credentials-in-uri'),
      async ({ app }) => {
        positiveControl(await app.fetchToken())
        const path = `/clientCredentials/oauth2/token/${app.market.id}/${app.market.businessCode}`
        const query = new URLSearchParams({
          client_id: app.clientId,
          client_secret: app.clientSecret,
        }).toString()
        const reply = await app.fetchToken({
          path: `${path}?${query}`,
          headers: { authorization: undefined },
        })
        expect(reply).toBeRefused(400, 401)
        expect(errorCodeOf(reply)).toBeDefined()
      },
    )
  })
})
