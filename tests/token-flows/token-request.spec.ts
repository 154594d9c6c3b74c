import { test } from '../../src/testing/fixtures.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { errorCodeOf, expect } from '../../src/testing/matchers.ts'
import { proves } from '../../src/testing/proves.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'

inMarketsOffering('issueClientCredentialsToken', () => {
  test.describe('token request', () => {
    test('GET gives no token', proves('token.request.post-only'), async ({ app }) => {
      positiveControl(await app.fetchToken())
      const path = `/clientCredentials/oauth2/token/${app.market.id}/${app.market.businessCode}`
      const reply = await app.client.send({
        method: 'GET',
        path: `${path}?grant_type=client_credentials&scope=%2Fapi`,
        headers: { authorization: app.basic, accept: 'application/json' },
      })
      expect(reply).toBeRefused(400, 404, 405)
    })

    test('the same grant as JSON gives no token', proves('token.request.form-encoded'), async ({ app }) => {
      positiveControl(await app.fetchToken())
      const body = JSON.stringify({ grant_type: 'client_credentials', scope: '/api' })
      const reply = await app.fetchToken({ body, headers: { 'content-type': 'application/json' } })
      expect(reply).toBeRefused(400, 415)
    })

    test(
      'a parameter given twice is refused',
      proves('token.request.duplicate-parameter'),
      async ({ app }) => {
        positiveControl(await app.fetchToken())
        expect(await app.fetchToken({ extraForm: '&scope=%2Fapi' })).toFailWith(400, 'invalid_request')
      },
    )

    test(
      'an empty parameter counts as left out',
      proves('token.request.empty-parameter'),
      async ({ app }) => {
        const leftOut = await app.fetchToken({ form: { grant_type: undefined } })
        const empty = await app.fetchToken({ form: { grant_type: '' } })
        const facts = {
          at: 'status and error',
          expected: `${leftOut.status} ${errorCodeOf(leftOut)}`,
          actual: `${empty.status} ${errorCodeOf(empty)}`,
        }
        positiveControl(await app.fetchToken())
        expect(empty).toShow(facts)
      },
    )

    test('an unknown parameter is ignored', proves('token.request.unknown-parameter'), async ({ app }) => {
      expect(await app.fetchToken({ form: { x_unknown: '1' } })).toSucceed()
    })

    test('an unknown grant type is refused', proves('token.grant.unknown'), async ({ app }) => {
      positiveControl(await app.fetchToken())
      expect(await app.fetchToken({ form: { grant_type: 'telepathy' } })).toFailWith(
        400,
        'unsupported_grant_type',
      )
    })

    test('the password grant gives no token', proves('token.grant.password-off'), async ({ app }) => {
      positiveControl(await app.fetchToken())
      const form = { grant_type: 'password', username: 'nobody-by-this-name', password: 'no-password-0001' }
      expect(await app.fetchToken({ form })).toBeRefused(400, 401, 403)
    })

    test('a missing grant type is refused', proves('token.grant.missing'), async ({ app }) => {
      positiveControl(await app.fetchToken())
      expect(await app.fetchToken({ form: { grant_type: undefined } })).toFailWith(400, 'invalid_request')
    })

    test('an unknown scope is refused', proves('token.scope.invalid'), async ({ app }) => {
      positiveControl(await app.fetchToken())
      expect(await app.fetchToken({ form: { scope: '/apis' } })).toFailWith(400, 'invalid_scope')
    })

    test('a missing scope is refused', proves('token.scope.missing'), async ({ app }) => {
      positiveControl(await app.fetchToken())
      expect(await app.fetchToken({ form: { scope: undefined } })).toFailWith(400, 'invalid_request')
    })

    test('two calls never give the same token', proves('token.value.unique'), async ({ app }) => {
      const replies = [
        positiveControl(await app.fetchToken()),
        positiveControl(await app.fetchToken()),
        positiveControl(await app.fetchToken()),
      ]
      const fingerprints = replies.map(
        ({ exchange }) => exchange.response.secrets.find(({ name }) => name === 'access_token')?.fingerprint,
      )
      expect(replies[2]!).toShow({
        at: '/access_token',
        expected: '3 different tokens',
        actual: `${new Set(fingerprints).size} different tokens`,
      })
    })
  })
})

inMarketsOffering('authorize', () => {
  test.describe('token request', () => {
    test(
      'an application for two-legged use gets no other grant',
      proves('token.grant.not-allowed'),
      async ({ twoLeggedApp }) => {
        positiveControl(await twoLeggedApp.fetchToken())
        expect(
          await twoLeggedApp.redeem('any-code', { form: { redirect_uri: 'https://app.example/callback' } }),
        ).toFailWith(400, 'unauthorized_client')
      },
    )
  })
})
