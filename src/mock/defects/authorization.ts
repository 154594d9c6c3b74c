import { isPage, rewrite, withHeader, without, type Defect } from './defect.ts'

/** Mistakes in the authorization request, the login and the consent. */
export const authorizationDefects: readonly Defect[] = [
  { id: 'unknown-client-redirected', breaks: 'authorize.client.unknown', apply: without('authorize.client') },
  {
    id: 'any-redirect-uri',
    breaks: 'authorize.redirect.unregistered-not-followed',
    apply: without('authorize.redirect'),
  },
  {
    id: 'redirect-uri-by-prefix',
    breaks: 'authorize.redirect.exact-match',
    apply: without('authorize.redirect-exact'),
  },
  {
    id: 'redirect-uri-with-fragment',
    breaks: 'authorize.redirect.no-fragment',
    apply: without('authorize.fragment'),
  },
  {
    id: 'response-type-optional',
    breaks: 'authorize.response-type.missing',
    apply: without('authorize.response-type'),
  },
  {
    id: 'any-response-type',
    breaks: 'authorize.response-type.unknown',
    alsoBreaks: ['authorize.response-type.token-off', 'authorize.state.echoed'],
    apply: without('authorize.response-type-known'),
  },
  {
    id: 'implicit-offered',
    breaks: 'authorize.response-type.token-off',
    apply: without('authorize.implicit'),
  },
  { id: 'parameters-optional', breaks: 'authorize.parameter.required', apply: without('authorize.required') },
  {
    id: 'foreign-parameter-refused',
    breaks: 'authorize.parameter.unknown',
    apply: without('authorize.unknown-parameter'),
  },
  {
    id: 'authorize-parameter-twice',
    breaks: 'authorize.parameter.duplicate',
    apply: without('authorize.duplicate'),
  },
  { id: 'authorize-any-scope', breaks: 'authorize.scope.invalid', apply: without('authorize.scope') },
  { id: 'any-password', breaks: 'authorize.login.wrong-password', apply: without('login.password') },
  { id: 'denial-ignored', breaks: 'authorize.error.access-denied', apply: without('consent.denial') },
  { id: 'withdrawal-ignored', breaks: 'authorize.consent.withdrawn', apply: without('consent.withdrawal') },
  { id: 'login-page-needs-scripts', breaks: 'authorize.flow.browser', apply: without('browser.script-free') },
  { id: 'login-page-down', breaks: 'authorize.flow.login-and-consent', apply: without('login.page') },
  {
    id: 'consent-page-needs-scripts',
    breaks: 'authorize.flow.browser',
    apply: rewrite(isPage, (answer) => ({
      ...answer,
      body: String(answer.body).replace(
        '<button type="submit" name="decision" value="authorize"',
        '<button type="submit" hidden name="decision" value="authorize"',
      ),
    })),
  },
  {
    id: 'consent-gives-no-code',
    breaks: 'authorize.flow.login-and-consent',
    apply: rewrite(
      (answer) => /[?&]code=/.test(answer.headers['location'] ?? ''),
      (answer, context) =>
        withHeader('location', (answer.headers['location'] ?? '').replace(/code=[^&]*&?/, ''))(
          answer,
          context,
        ),
    ),
  },
  {
    id: 'redirect-uri-without-tls',
    breaks: 'authorize.redirect.http-refused',
    apply: without('authorize.redirect-tls'),
  },
  {
    id: 'scopes-in-one-order-only',
    breaks: 'authorize.scope.order-free',
    apply: without('authorize.scope-order'),
  },
]
