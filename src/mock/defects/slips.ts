import type { RequirementId } from '../../requirements/index.ts'
import {
  both,
  decoded,
  type Defect,
  hasStatus,
  isResource,
  isResourceError,
  isToken,
  isTokenError,
  lifetimes,
  rewrite,
  withBody,
  withEvery,
  withFields,
  withHeader,
} from './defect.ts'

type Apply = Defect['apply']
type Row = readonly [id: string, breaks: RequirementId, apply: Apply, ...also: RequirementId[]]

const isJson401 = both(isResourceError, hasStatus(401))
const isToken401 = both(isTokenError, hasStatus(401))
const isToken400 = both(isTokenError, hasStatus(400))

const tokenFields = (fields: Readonly<Record<string, unknown>>) => rewrite(isToken, withFields(fields))
const errorFields = (fields: Readonly<Record<string, unknown>>) => rewrite(isJson401, withFields(fields))
const dataHeader = (name: string, value: string | undefined) => rewrite(isResource, withHeader(name, value))
const dataField = (name: string, value: unknown) => rewrite(isResource, withEvery(name, value))
const quotaHeader = (name: string, value: string) =>
  rewrite(({ headers }) => name in headers, withHeader(name, value))

/** Writes the JSON text of a resource in another way. */
function dataText(change: (text: string) => string): Apply {
  return rewrite(isResource, (answer) => ({ ...answer, body: change(JSON.stringify(answer.body)) }))
}

/** Changes the state on its way back. */
function returnedState(change: (state: string) => string): Apply {
  return rewrite(
    ({ headers }) => headers['location']?.includes('state=') === true,
    (answer, context) => {
      const location = answer.headers['location'] ?? ''
      return withHeader(
        'location',
        location.replace(/state=[^&#]*/, (found) => change(found)),
      )(answer, context)
    },
  )
}

const rows: readonly Row[] = [
  [
    'expires-in-null',
    'token.response.expires-in',
    tokenFields({ expires_in: null }),
    'shape.body.documented',
  ],
  [
    'expires-in-negative',
    'token.response.expires-in',
    tokenFields({ expires_in: -1 }),
    'token.response.lifetime-1800',
    'shape.body.documented',
  ],
  ['expires-in-milliseconds', 'token.response.lifetime-1800', tokenFields({ expires_in: 1_800_000 })],
  [
    'token-type-missing',
    'token.response.token-type',
    tokenFields({ token_type: undefined }),
    'shape.body.documented',
  ],
  [
    'token-kept-in-private',
    'token.response.no-store',
    rewrite(isToken, withHeader('cache-control', 'private, no-cache')),
    'shape.header.documented',
  ],
  ['pragma-public', 'token.response.pragma', rewrite(isToken, withHeader('pragma', 'public'))],
  ['scope-as-list', 'token.response.scope', tokenFields({ scope: ['/api'] }), 'shape.body.documented'],
  [
    'refresh-lifetime-in-days',
    'token.response.refresh-lifetime',
    tokenFields({ refresh_token_expires_in: 30 }),
    'shape.body.undocumented-field',
  ],
  [
    'token-error-500',
    'token.error.status-400',
    rewrite(isToken400, (answer) => ({ ...answer, status: 500 })),
    'token.scope.invalid',
    'shape.body.documented',
    'error.code-known',
  ],
  [
    'token-error-in-words',
    'token.error.shape',
    rewrite(isToken400, withFields({ error: 'Invalid scope' })),
    'token.scope.invalid',
    'shape.body.documented',
    'error.code-known',
  ],
  [
    'token-error-with-umlaut',
    'token.error.description-charset',
    rewrite(isTokenError, withFields({ error_description: 'ung\u00fcltig' })),
  ],
  [
    'token-401-bearer-challenge',
    'token.client-auth.401-challenge',
    rewrite(isToken401, withHeader('www-authenticate', 'Bearer realm="citi"')),
    'shape.header.documented',
  ],
  [
    'wrong-secret-forbidden',
    'token.client-auth.wrong-secret',
    rewrite(isToken401, (answer) => ({ ...answer, status: 403 })),
    'http.status.documented',
  ],
  ['access-token-two-seconds-long', 'expiry.access-token.30min', lifetimes({ accessTokenSeconds: 1802 })],
  ['access-token-ten-seconds-short', 'expiry.access-token.30min', lifetimes({ accessTokenSeconds: 1790 })],
  ['code-two-seconds-long', 'expiry.code.120s', lifetimes({ codeSeconds: 122 })],
  ['code-ten-seconds-short', 'expiry.code.120s', lifetimes({ codeSeconds: 110 })],
  ['refresh-token-a-day-long', 'expiry.refresh-token.30-days', lifetimes({ refreshTokenSeconds: 2_678_400 })],
  [
    'refresh-token-a-day-short',
    'expiry.refresh-token.30-days',
    lifetimes({ refreshTokenSeconds: 2_505_600 }),
  ],
  ['state-in-lower-case', 'authorize.state.echoed', returnedState((state) => state.toLowerCase())],
  ['state-cut', 'authorize.state.echoed', returnedState((state) => state.slice(0, 16))],
  ['state-left-out', 'authorize.state.echoed', returnedState(() => 'st=')],
  ['error-code-number', 'error.shape', errorFields({ code: 401 }), 'shape.body.documented'],
  ['error-without-type', 'error.shape', errorFields({ type: undefined }), 'shape.body.documented'],
  [
    'error-empty',
    'error.shape',
    rewrite(isJson401, withBody('')),
    'http.json.valid',
    'http.content-type.documented',
  ],
  [
    'error-shows-query',
    'error.no-internals',
    errorFields({ details: 'SELECT token FROM grants WHERE token = ?' }),
  ],
  ['error-shows-path', 'error.no-internals', errorFields({ details: '/opt/ibm/apic/policy/token.xsl' })],
  [
    'secret-in-token-answer',
    'error.no-echo',
    rewrite(isToken, (answer, context) =>
      withFields({ client_secret: decoded(context).split(':')[1] })(answer, context),
    ),
    'shape.body.undocumented-field',
  ],
  [
    'challenge-repeats-realm',
    'bearer.challenge.unique-attributes',
    rewrite(
      isJson401,
      withHeader('www-authenticate', 'Bearer realm="citi", realm="gcb", error="invalid_token"'),
    ),
  ],
  [
    'challenge-with-other-error',
    'bearer.challenge.invalid-token',
    rewrite(isJson401, withHeader('www-authenticate', 'Bearer error="invalid_request"')),
  ],
  [
    'currency-in-lower-case',
    'shape.value.currency',
    dataField('currencyCode', 'inr'),
    'shape.body.documented',
  ],
  ['currency-as-sign', 'shape.value.currency', dataField('currencyCode', '\u20b9'), 'shape.body.documented'],
  ['balance-null', 'shape.body.documented', dataField('currentBalance', null)],
  ['account-number-as-number', 'shape.body.documented', dataField('displayAccountNumber', 4416)],
  ['card-number-in-groups', 'shape.value.masking', dataField('displayAccountNumber', '4111 1111 1111 1111')],
  [
    'json-with-byte-order-mark',
    'http.json.valid',
    dataText((text) => `\ufeff${text}`),
    'shape.body.documented',
  ],
  ['json-cut-off', 'http.json.valid', dataText((text) => text.slice(0, -20))],
  ['json-as-html', 'http.content-type.documented', dataHeader('content-type', 'text/html')],
  ['date-missing', 'http.date.present', dataHeader('date', undefined)],
  ['date-as-iso', 'http.date.present', dataHeader('date', '2026-01-05T09:00:00Z')],
  ['uuid-left-out', 'http.correlation.echoed', dataHeader('uuid', undefined)],
  ['hsts-for-no-time', 'http.hsts', dataHeader('strict-transport-security', 'max-age=0')],
  ['framework-version', 'http.server.no-version', dataHeader('x-powered-by', 'Express/4.17.1')],
  ['data-to-be-asked-again', 'http.cache.personal-data', dataHeader('cache-control', 'no-cache')],
  [
    'cors-mirrors-origin',
    'http.cors.closed',
    rewrite(isResource, (answer, { requestHeaders }) => ({
      ...answer,
      headers: {
        ...answer.headers,
        'access-control-allow-origin': requestHeaders['origin'] ?? 'null',
        'access-control-allow-credentials': 'true',
      },
    })),
  ],
  [
    'remaining-negative',
    'ratelimit.header.remaining-range',
    quotaHeader('x-ratelimit-remaining', 'name=rate-limit-1,-1;'),
  ],
  ['429-in-shared-caches', 'ratelimit.429.not-cached', rewrite(hasStatus(429), withHeader('age', '30'))],
  [
    'retry-after-with-unit',
    'ratelimit.retry-after.format',
    rewrite(hasStatus(429), withHeader('retry-after', '60s')),
    'shape.header.documented',
  ],
]

/** Small slips in what is sent and in how long it holds: a wrong unit, another spelling, a second too many. */
export const slipDefects: readonly Defect[] = rows.map(([id, breaks, apply, ...alsoBreaks]) => ({
  id,
  breaks,
  ...(alsoBreaks.length === 0 ? {} : { alsoBreaks }),
  apply,
}))
