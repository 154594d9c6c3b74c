import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { notObserved, positiveControl } from '../../src/testing/not-observed.ts'
import { operationOf } from '../../src/testing/operations.ts'
import { proves, provesFor } from '../../src/testing/proves.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'

const requiredParameters = ['scope', 'countryCode', 'businessCode', 'locale', 'state']
const unregistered = {
  'another host': (uri: string) => uri.replace('://', '://evil-'),
  'a longer path': (uri: string) => `${uri}/extra`,
  'an added query': (uri: string) => `${uri}?next=1`,
  'other letter case': (uri: string) => uri.replace(/[^/]*$/, (last) => last.toUpperCase()),
}

function withoutTls(uri: string): string {
  return uri.startsWith('https:')
    ? uri.replace('https:', 'http:')
    : notObserved('the registered redirect URI is no address over TLS')
}

inMarketsOffering('authorize', () => {
  test.describe('authorization request', () => {
    test(
      'an unknown client is not redirected',
      proves('authorize.client.unknown'),
      async ({ app, customer, scope }) => {
        positiveControl(await app.client.send({ method: 'GET', path: app.authorizePath(scope) }))
        const result = await customer.authorize(app, scope, {
          request: { client_id: '00000000-0000-4000-8000-000000000000' },
        })
        expect(result).toStayAtTheBank()
        expect(result.reply).toBeRefused(400, 401, 403)
      },
    )

    test(
      'too many requests are answered in the documented shape',
      provesFor('shape.status.documented', operationOf('authorize')),
      async ({ app, answers, scope }) => {
        await answers.answerNext('authorize', 429)
        const reply = await app.client.send({ method: 'GET', path: app.authorizePath(scope) })
        expect(reply).toShow({ at: 'status', expected: '429', actual: String(reply.status) })
      },
    )

    test(
      'a redirect URI of another host is never followed',
      proves('authorize.redirect.unregistered-not-followed'),
      async ({ app, customer, scope }) => {
        positiveControl(await app.client.send({ method: 'GET', path: app.authorizePath(scope) }))
        const result = await customer.authorize(app, scope, {
          request: { redirect_uri: 'https://evil.example/callback' },
        })
        expect(result).toStayAtTheBank()
        expect(result.reply).toBeRefused(400, 401, 403)
      },
    )

    for (const [name, change] of Object.entries(unregistered)) {
      test(
        `a redirect URI with ${name} is refused`,
        proves('authorize.redirect.exact-match'),
        async ({ app, customer, scope }) => {
          positiveControl(await app.client.send({ method: 'GET', path: app.authorizePath(scope) }))
          expect(
            await customer.authorize(app, scope, { request: { redirect_uri: change(app.redirectUri) } }),
          ).toStayAtTheBank()
        },
      )
    }

    test(
      'a redirect URI with a fragment is refused',
      proves('authorize.redirect.no-fragment'),
      async ({ app, customer, scope }) => {
        positiveControl(await app.client.send({ method: 'GET', path: app.authorizePath(scope) }))
        expect(
          await customer.authorize(app, scope, { request: { redirect_uri: `${app.redirectUri}#top` } }),
        ).toStayAtTheBank()
      },
    )

    test(
      'the registered redirect URI without TLS is refused',
      proves('authorize.redirect.http-refused'),
      async ({ app, customer, scope }) => {
        positiveControl(await app.client.send({ method: 'GET', path: app.authorizePath(scope) }))
        const plain = withoutTls(app.redirectUri)
        expect(await customer.authorize(app, scope, { request: { redirect_uri: plain } })).toStayAtTheBank()
      },
    )

    test(
      'the scopes may come in any order',
      proves('authorize.scope.order-free'),
      async ({ app, customer, scope }) => {
        const reversed = scope.split(' ').reverse().join(' ')
        expect(await customer.authorize(app, reversed)).toCallBackWithCode()
      },
    )

    test(
      'a missing response_type is sent back as invalid_request',
      proves('authorize.response-type.missing'),
      async ({ app, customer, scope }) => {
        const result = await customer.authorize(app, scope, {
          request: { response_type: undefined, state: 'kept' },
        })
        expect(result).toCallBackWith({ error: 'invalid_request' })
      },
    )

    test(
      'an unknown response_type is sent back as unsupported',
      proves('authorize.response-type.unknown'),
      async ({ app, customer, scope }) => {
        const result = await customer.authorize(app, scope, { request: { response_type: 'telepathy' } })
        expect(result).toCallBackWith({ error: 'unsupported_response_type' })
      },
    )

    test(
      'the implicit grant is not offered',
      proves('authorize.response-type.token-off'),
      async ({ app, customer, scope }) => {
        const result = await customer.authorize(app, scope, { request: { response_type: 'token' } })
        expect(result).toCallBackWith({ error: 'unsupported_response_type' })
      },
    )

    for (const name of requiredParameters) {
      test(
        `a request without ${name} gives no login page`,
        proves('authorize.parameter.required'),
        async ({ app, customer, scope }) => {
          positiveControl(await app.client.send({ method: 'GET', path: app.authorizePath(scope) }))
          const result = await customer.authorize(app, scope, { request: { [name]: undefined } })
          expect(result).toCallBackWith({ error: 'invalid_request' })
        },
      )
    }

    test(
      'an unknown parameter is ignored',
      proves('authorize.parameter.unknown'),
      async ({ app, customer, scope }) => {
        expect(await customer.authorize(app, scope, { request: { x_unknown: '1' } })).toCallBackWithCode()
      },
    )

    test(
      'a repeated parameter is refused',
      proves('authorize.parameter.duplicate'),
      async ({ app, scope }) => {
        positiveControl(await app.client.send({ method: 'GET', path: app.authorizePath(scope) }))
        const reply = await app.client.send({
          method: 'GET',
          path: `${app.authorizePath(scope)}&locale=en_US`,
        })
        expect(reply).toShow({
          at: 'login page',
          expected: 'none',
          actual: /type="password"/.test(reply.body) ? 'a login page' : 'none',
        })
      },
    )

    test(
      'an unknown scope is sent back as invalid_scope',
      proves('authorize.scope.invalid'),
      async ({ app, customer }) => {
        expect(await customer.authorize(app, 'everything_and_more')).toCallBackWith({
          error: 'invalid_scope',
        })
      },
    )

    test(
      'a state with reserved characters comes back unchanged in an error',
      proves('authorize.state.echoed'),
      async ({ app, customer, scope }) => {
        const state = 'A+b/C=d&E?f#G%h i"J'
        expect(
          await customer.authorize(app, scope, { request: { response_type: 'telepathy', state } }),
        ).toCallBackWith({ state })
      },
    )

    test(
      'a state with reserved characters comes back unchanged with the code',
      proves('authorize.state.echoed'),
      async ({ app, customer, scope }) => {
        const state = "z-0.~_!*'();:@,[]{}|ü€"
        expect(await customer.authorize(app, scope, { request: { state } })).toCallBackWith({ state })
      },
    )
  })
})
