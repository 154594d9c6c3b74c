import {
  type Defect,
  both,
  hasStatus,
  isResource,
  isResourceError,
  rewrite,
  withBody,
  withFields,
  withHeader,
} from './defect.ts'

const isJson401 = both(isResourceError, hasStatus(401))
const is429 = hasStatus(429)

/** Mistakes in the challenges and errors of resource calls. */
export const errorDefects: readonly Defect[] = [
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
    alsoBreaks: ['ratelimit.429.nothing-left'],
    apply: rewrite(
      (answer) => 'x-ratelimit-remaining' in answer.headers,
      withHeader('x-ratelimit-remaining', 'name=rate-limit-1,61000;'),
    ),
  },
  {
    id: 'challenge-with-error-for-nothing',
    breaks: 'bearer.missing.no-error-code',
    seenBy: ['bearer.missing.401'],
    apply: rewrite(isJson401, withHeader('www-authenticate', 'Bearer realm="citi", error="invalid_token"')),
  },
  {
    id: 'challenge-in-another-language',
    breaks: 'bearer.challenge.charset',
    apply: rewrite(
      isJson401,
      withHeader('www-authenticate', 'Bearer error="invalid_token", error_description="jeton expir\u00e9"'),
    ),
  },
  {
    id: 'error-names-no-field',
    breaks: 'error.field-location',
    apply: rewrite(
      both(isResourceError, hasStatus(400)),
      withFields({ location: undefined, moreInfo: undefined }),
    ),
  },
  {
    id: 'error-as-success',
    breaks: 'error.not-as-success',
    alsoBreaks: [
      'shape.body.documented',
      'shape.body.undocumented-field',
      'authorize.flow.login-and-consent',
    ],
    apply: rewrite(
      isResource,
      withBody({ type: 'fatal', code: 'serverUnavailable', details: 'The request failed' }),
    ),
  },
  {
    id: 'refusal-kept-by-caches',
    breaks: 'http.cache.refusals',
    apply: rewrite(isJson401, withHeader('cache-control', 'max-age=3600')),
  },
]
