import {
  type Defect,
  both,
  hasStatus,
  isResource,
  isResourceError,
  rewrite,
  withBody,
  withEvery,
  withFields,
  withHeader,
} from './defect.ts'

const isJson401 = both(isResourceError, hasStatus(401))
const is429 = hasStatus(429)

/** Mistakes in challenges, errors, headers and bodies of resource calls. */
export const resourceDefects: readonly Defect[] = [
  {
    id: 'resource-401-no-challenge',
    breaks: 'bearer.challenge.present',
    alsoBreaks: ['shape.header.documented', 'bearer.challenge.invalid-token'],
    apply: rewrite(isJson401, withHeader('www-authenticate', undefined)),
  },
  {
    id: 'resource-401-basic-challenge',
    breaks: 'bearer.challenge.present',
    alsoBreaks: ['bearer.challenge.invalid-token'],
    apply: rewrite(isJson401, withHeader('www-authenticate', 'Basic realm="citi"')),
  },
  {
    id: 'challenge-without-error',
    breaks: 'bearer.challenge.invalid-token',
    apply: rewrite(isJson401, withHeader('www-authenticate', 'Bearer realm="citi"')),
  },
  {
    id: 'challenge-repeats-error',
    breaks: 'bearer.challenge.unique-attributes',
    apply: rewrite(
      isJson401,
      withHeader('www-authenticate', 'Bearer realm="citi", error="invalid_token", error="invalid_token"'),
    ),
  },
  {
    id: 'error-type-unauthorized',
    breaks: 'error.shape',
    alsoBreaks: ['shape.body.documented', 'error.type-matches-status', 'error.code-known'],
    apply: rewrite(isJson401, withFields({ type: 'unAuthorized', code: '401' })),
  },
  {
    id: 'error-without-code',
    breaks: 'error.shape',
    alsoBreaks: ['shape.body.documented', 'error.code-known'],
    apply: rewrite(isJson401, withFields({ code: undefined })),
  },
  {
    id: 'error-code-invented',
    breaks: 'error.code-known',
    apply: rewrite(isJson401, withFields({ code: 'sessionGone' })),
  },
  {
    id: 'error-fatal-401',
    breaks: 'error.type-matches-status',
    apply: rewrite(isJson401, withFields({ type: 'fatal' })),
  },
  {
    id: 'error-stack-trace',
    breaks: 'error.no-internals',
    apply: rewrite(
      isJson401,
      withFields({
        details: 'java.lang.NullPointerException at com.citi.gcb.TokenFilter.doFilter(TokenFilter.java:42)',
      }),
    ),
  },
  {
    id: 'error-internal-host',
    breaks: 'error.no-internals',
    apply: rewrite(isJson401, withFields({ details: 'upstream 10.20.30.40:9443 refused the token' })),
  },
  {
    id: 'error-html-page',
    breaks: 'error.not-html',
    alsoBreaks: ['error.shape', 'http.content-type.documented', 'shape.body.documented', 'error.code-known'],
    apply: rewrite(
      isJson401,
      withBody('<!doctype html><html lang="en"><body><h1>401</h1></body></html>', 'text/html'),
    ),
  },
  {
    id: 'authorization-echoed',
    breaks: 'error.no-echo',
    apply: rewrite(isResource, (answer, context) =>
      withHeader('authorization', context.requestHeaders['authorization'])(answer, context),
    ),
  },
  {
    id: '429-cached',
    breaks: 'ratelimit.429.not-cached',
    apply: rewrite(is429, withHeader('cache-control', 'public, max-age=60')),
  },
  {
    id: '429-empty',
    breaks: 'ratelimit.429.explains',
    alsoBreaks: [
      'error.shape',
      'shape.body.inferred',
      'token.error.shape',
      'error.code-known',
      'http.content-type.documented',
      'http.json.valid',
    ],
    apply: rewrite(is429, withBody('')),
  },
  {
    id: '429-no-retry-after',
    breaks: 'ratelimit.429.retry-after',
    apply: rewrite(is429, withHeader('retry-after', undefined)),
  },
  {
    id: '429-retry-after-words',
    breaks: 'ratelimit.retry-after.format',
    alsoBreaks: ['shape.header.documented'],
    apply: rewrite(is429, withHeader('retry-after', 'soon')),
  },
  {
    id: 'limit-header-bare-number',
    breaks: 'ratelimit.header.syntax',
    alsoBreaks: ['shape.header.documented'],
    apply: rewrite((answer) => 'x-ratelimit-limit' in answer.headers, withHeader('x-ratelimit-limit', '60')),
  },
  {
    id: 'remaining-above-limit',
    breaks: 'ratelimit.header.remaining-range',
    apply: rewrite(
      (answer) => 'x-ratelimit-remaining' in answer.headers,
      withHeader('x-ratelimit-remaining', 'name=rate-limit-1,61000;'),
    ),
  },
  {
    id: 'status-teapot',
    breaks: 'http.status.documented',
    alsoBreaks: ['bearer.empty', 'bearer.tampered', 'bearer.challenge.present'],
    apply: rewrite(isJson401, (answer) => ({ ...answer, status: 418 })),
  },
  {
    id: 'json-as-text',
    breaks: 'http.content-type.documented',
    apply: rewrite(isResource, withHeader('content-type', 'text/plain')),
  },
  {
    id: 'json-broken',
    breaks: 'http.json.valid',
    alsoBreaks: ['shape.body.documented'],
    apply: rewrite(isResource, (answer) => ({
      ...answer,
      body: `${JSON.stringify(answer.body).slice(0, -1)},}`,
    })),
  },
  {
    id: 'json-names-twice',
    breaks: 'http.json.unique-names',
    apply: rewrite(isResource, (answer) => ({
      ...answer,
      body: JSON.stringify(answer.body).replace('"currencyCode":', '"currencyCode":"XXX","currencyCode":'),
    })),
  },
  { id: 'no-date', breaks: 'http.date.present', apply: rewrite(isResource, withHeader('date', 'yesterday')) },
  {
    id: 'data-cached',
    breaks: 'http.cache.personal-data',
    apply: rewrite(isResource, withHeader('cache-control', 'private, max-age=900')),
  },
  {
    id: 'no-hsts',
    breaks: 'http.hsts',
    apply: rewrite(isResource, withHeader('strict-transport-security', undefined)),
  },
  {
    id: 'server-version',
    breaks: 'http.server.no-version',
    apply: rewrite(isResource, withHeader('server', 'WebSphere/8.5.5.16')),
  },
  {
    id: 'cors-any-origin-with-credentials',
    breaks: 'http.cors.closed',
    apply: rewrite(isResource, (answer, context) =>
      withHeader('access-control-allow-credentials', 'true')(
        withHeader('access-control-allow-origin', '*')(answer, context),
        context,
      ),
    ),
  },
  {
    id: 'uuid-changed',
    breaks: 'http.correlation.echoed',
    apply: rewrite(isResource, withHeader('uuid', '00000000-0000-4000-8000-000000000000')),
  },
  {
    id: 'balance-as-text',
    breaks: 'shape.body.documented',
    apply: rewrite(isResource, withEvery('currentBalance', '1043.50')),
  },
  {
    id: 'group-without-name',
    breaks: 'shape.body.documented',
    apply: rewrite(isResource, withEvery('accountGroup', undefined)),
  },
  {
    id: 'date-american',
    breaks: 'shape.body.documented',
    seenBy: ['shape.operation.succeeds'],
    apply: rewrite(isResource, withEvery('transactionDate', '06/21/2015')),
  },
  {
    id: 'field-added',
    breaks: 'shape.body.undocumented-field',
    apply: rewrite(isResource, withFields({ internalRiskScore: 7 })),
  },
  {
    id: 'currency-invented',
    breaks: 'shape.value.currency',
    alsoBreaks: ['accounts.currency.fits-market', 'accounts.list.details-agree'],
    apply: rewrite(isResource, withEvery('currencyCode', 'ZZQ')),
  },
  {
    id: 'card-number-unmasked',
    breaks: 'shape.value.masking',
    apply: rewrite(isResource, withEvery('displayAccountNumber', '4111111111111111')),
  },
  {
    id: 'balance-with-noise',
    breaks: 'shape.value.amount-noise',
    apply: rewrite(isResource, withEvery('currentBalance', 41_666.619_999_999_995)),
  },
  {
    id: 'bearer-401-drops-required-header',
    breaks: 'shape.header.documented',
    alsoBreaks: ['bearer.challenge.present', 'bearer.challenge.invalid-token'],
    apply: rewrite(isJson401, withHeader('www-authenticate', undefined)),
  },
  {
    id: 'inferred-429-body',
    breaks: 'shape.body.inferred',
    alsoBreaks: ['token.error.shape', 'error.code-known', 'error.shape', 'ratelimit.429.explains'],
    apply: rewrite(is429, withBody({ message: 'slow down' })),
  },
  {
    id: 'reading-changes-data',
    breaks: 'http.get.safe',
    alsoBreaks: ['shape.body.undocumented-field'],
    apply: countReads(),
  },
]

/** Adds a field that grows with every reading. */
function countReads(): Defect['apply'] {
  return (behaviour) => {
    let reads = 0
    behaviour.rewrites.push((answer, context) =>
      isResource(answer, context) ? withFields({ readCount: ++reads })(answer, context) : answer,
    )
  }
}
