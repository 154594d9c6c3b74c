import {
  type Defect,
  hasStatus,
  isToken,
  isTokenError,
  rewrite,
  withFields,
  withHeader,
  both,
} from './defect.ts'

/** Mistakes of token calls. */
export const tokenDefects: readonly Defect[] = [
  {
    id: 'token-cacheable',
    breaks: 'token.response.no-store',
    alsoBreaks: ['shape.header.documented'],
    apply: rewrite(isToken, withHeader('cache-control', 'max-age=300')),
  },
  {
    id: 'token-no-cache-header',
    breaks: 'token.response.no-store',
    alsoBreaks: ['shape.header.documented'],
    apply: rewrite(isToken, withHeader('cache-control', undefined)),
  },
  {
    id: 'token-no-pragma',
    breaks: 'token.response.pragma',
    apply: rewrite(isToken, withHeader('pragma', undefined)),
  },
  {
    id: 'token-error-cacheable',
    breaks: 'token.error.no-store',
    apply: rewrite(
      (answer, context) => isTokenError(answer, context) && answer.status !== 429,
      withHeader('cache-control', 'public, max-age=60'),
    ),
  },
  {
    id: 'token-type-mac',
    breaks: 'token.response.token-type',
    alsoBreaks: ['shape.body.documented'],
    apply: rewrite(isToken, withFields({ token_type: 'mac' })),
  },
  {
    id: 'expires-in-text',
    breaks: 'token.response.expires-in',
    alsoBreaks: ['shape.body.documented', 'token.response.lifetime-1800'],
    apply: rewrite(isToken, withFields({ expires_in: '1800' })),
  },
  {
    id: 'expires-in-missing',
    breaks: 'token.response.expires-in',
    alsoBreaks: ['shape.body.documented', 'token.response.lifetime-1800'],
    apply: rewrite(isToken, withFields({ expires_in: undefined })),
  },
  {
    id: 'expires-in-hour',
    breaks: 'token.response.lifetime-1800',
    apply: rewrite(isToken, withFields({ expires_in: 3600 })),
  },
  {
    id: 'refresh-lifetime-day',
    breaks: 'token.response.refresh-lifetime',
    apply: rewrite(isToken, (answer, context) =>
      'refresh_token_expires_in' in (answer.body as object)
        ? withFields({ refresh_token_expires_in: 86_400 })(answer, context)
        : answer,
    ),
  },
  {
    id: 'access-token-number',
    breaks: 'token.response.access-token',
    alsoBreaks: ['shape.body.documented', 'token.value.entropy', 'authorize.flow.login-and-consent'],
    apply: rewrite(isToken, withFields({ access_token: 12_345_678 })),
  },
  {
    id: 'access-token-short',
    breaks: 'token.value.entropy',
    alsoBreaks: ['refresh.flow.new-pair'],
    apply: rewrite(isToken, withFields({ refresh_token: 'abc123' })),
  },
  {
    id: 'scope-not-named',
    breaks: 'token.response.scope',
    alsoBreaks: ['shape.body.documented'],
    apply: rewrite(isToken, withFields({ scope: undefined })),
  },
  {
    id: 'token-error-403',
    breaks: 'token.error.status-400',
    alsoBreaks: ['token.scope.invalid', 'http.status.documented'],
    apply: rewrite(both(isTokenError, hasStatus(400)), (answer) => ({ ...answer, status: 403 })),
  },
  {
    id: 'token-error-unregistered',
    breaks: 'token.error.shape',
    alsoBreaks: ['token.scope.invalid', 'shape.body.documented', 'error.code-known'],
    apply: rewrite(both(isTokenError, hasStatus(400)), withFields({ error: 'ouch' })),
  },
  {
    id: 'token-error-quotes',
    breaks: 'token.error.description-charset',
    apply: rewrite(isTokenError, withFields({ error_description: 'the "scope" is wrong' })),
  },
  {
    id: 'token-401-no-challenge',
    breaks: 'token.client-auth.401-challenge',
    alsoBreaks: ['shape.header.documented'],
    apply: rewrite(both(isTokenError, hasStatus(401)), withHeader('www-authenticate', undefined)),
  },
  {
    id: 'consent-in-milliseconds',
    breaks: 'token.response.consent-time',
    apply: rewrite(isToken, (answer, context) => {
      const { consented_on: seconds } = answer.body as { consented_on?: number }
      return seconds === undefined ? answer : withFields({ consented_on: seconds * 1000 })(answer, context)
    }),
  },
  {
    id: 'one-token-for-both',
    breaks: 'token.value.pair-differs',
    alsoBreaks: ['refresh.flow.new-pair'],
    apply: rewrite(isToken, (answer, context) => {
      const { access_token: token } = answer.body as { access_token?: string }
      return withFields({ refresh_token: token })(answer, context)
    }),
  },
]
