import type { CheckCase } from './check-case.ts'
import { changed, type ExchangeData } from './exchange-of.ts'
import {
  accountsGranted,
  bankFailed,
  clientRefused,
  consentGiven,
  loginPage,
  pairGranted,
  quotaSpent,
  resourceRefused,
  tokenExpired,
  tokenGranted,
  tokenRefused,
  tokenValue,
} from './samples.ts'

const pair = pairGranted.body as object
const consentedOn = (consented_on: unknown) => changed(pairGranted, { body: { ...pair, consented_on } })
/** The second of the samples' Date. */
const answeredAt = 1_767_603_600

export const furtherTokenResponseCases: readonly CheckCase[] = [
  {
    requirement: 'token.response.consent-time',
    kept: [consentedOn(answeredAt), consentedOn(answeredAt - 86_400)],
    broken: [
      {
        exchange: consentedOn(answeredAt * 1000),
        at: '/consented_on',
        expected: `whole seconds since 1970, not after ${answeredAt}`,
        actual: `${answeredAt * 1000}`,
      },
      {
        exchange: consentedOn(answeredAt + 3600),
        at: '/consented_on',
        expected: `whole seconds since 1970, not after ${answeredAt}`,
        actual: `${answeredAt + 3600}`,
      },
    ],
    outside: [pairGranted, tokenRefused],
  },
]

export const furtherTokenCases: readonly CheckCase[] = [
  {
    requirement: 'token.value.pair-differs',
    kept: [pairGranted],
    broken: [
      {
        exchange: changed(pairGranted, { body: { ...pair, refresh_token: tokenValue } }),
        at: '/refresh_token',
        expected: 'another value than access_token',
        actual: 'the same value',
      },
    ],
    outside: [tokenGranted, tokenRefused],
  },
]

const challenged = (challenge: string, change: Partial<ExchangeData> = {}) =>
  changed(tokenExpired, { ...change, headers: { 'WWW-Authenticate': challenge } })
const { requestHeaders: _, ...withoutHeaders } = tokenExpired
const withoutToken: ExchangeData = {
  ...withoutHeaders,
  headers: { ...tokenExpired.headers, 'WWW-Authenticate': 'Bearer realm="citi"' },
}

export const furtherBearerCases: readonly CheckCase[] = [
  {
    requirement: 'bearer.missing.no-error-code',
    kept: [withoutToken],
    broken: [
      {
        exchange: { ...withoutToken, headers: tokenExpired.headers ?? {} },
        at: 'header WWW-Authenticate',
        expected: 'a challenge without an error',
        actual: 'Bearer realm="citi", error="invalid_token"',
      },
    ],
    outside: [
      tokenExpired,
      clientRefused,
      { ...withoutToken, call: `GET /v1/accounts?access_token=${tokenValue}` },
    ],
  },
  {
    requirement: 'bearer.challenge.charset',
    kept: [tokenExpired, withoutToken],
    broken: [
      {
        exchange: challenged('Bearer error="invalid_token", error_description="abgelaufen seit März"'),
        at: 'header WWW-Authenticate, error_description',
        expected: 'printable ASCII without quotes and backslash',
        actual: 'abgelaufen seit März',
      },
      {
        exchange: challenged('Bearer error="invalid_token", scope=""'),
        at: 'header WWW-Authenticate, scope',
        expected: 'printable ASCII without quotes and backslash',
        actual: 'an empty value',
      },
    ],
    outside: [accountsGranted, clientRefused],
  },
]

const refusedWith = (headers: NonNullable<ExchangeData['headers']>) => changed(quotaSpent, { headers })

export const furtherRatelimitCases: readonly CheckCase[] = [
  {
    requirement: 'ratelimit.retry-after.ahead',
    kept: [quotaSpent, refusedWith({ 'Retry-After': 'Mon, 05 Jan 2026 09:01:00 GMT' })],
    broken: [
      {
        exchange: refusedWith({ 'Retry-After': 'Mon, 05 Jan 2026 08:59:00 GMT' }),
        at: 'header Retry-After',
        expected: 'a time ahead, within a day',
        actual: 'Mon, 05 Jan 2026 08:59:00 GMT',
      },
      {
        exchange: refusedWith({ 'Retry-After': '0' }),
        at: 'header Retry-After',
        expected: 'a time ahead, within a day',
        actual: '0',
      },
      {
        exchange: refusedWith({ 'Retry-After': '31536000' }),
        at: 'header Retry-After',
        expected: 'a time ahead, within a day',
        actual: '31536000',
      },
    ],
    outside: [accountsGranted, refusedWith({ 'Retry-After': undefined })],
  },
  {
    requirement: 'ratelimit.429.nothing-left',
    kept: [
      quotaSpent,
      refusedWith({
        'X-RateLimit-Limit': 'name=minute,60;name=day,900;',
        'X-RateLimit-Remaining': 'name=minute,12;name=day,0;',
      }),
    ],
    broken: [
      {
        exchange: refusedWith({ 'X-RateLimit-Remaining': 'name=rate-limit-1,7;' }),
        at: 'header X-RateLimit-Remaining',
        expected: 'no calls left',
        actual: 'name=rate-limit-1,7;',
      },
    ],
    outside: [accountsGranted, refusedWith({ 'X-RateLimit-Remaining': undefined })],
  },
]

export const furtherHttpCases: readonly CheckCase[] = [
  {
    requirement: 'http.cache.refusals',
    kept: [resourceRefused, changed(resourceRefused, { headers: { 'Cache-Control': undefined } })],
    broken: [
      {
        exchange: changed(resourceRefused, { headers: { 'Cache-Control': 'max-age=600' } }),
        at: 'header Cache-Control',
        expected: 'no-store',
        actual: 'max-age=600',
      },
      {
        exchange: changed(bankFailed, { headers: { Age: '12' } }),
        at: 'header Age',
        expected: 'no header',
        actual: '12',
      },
    ],
    outside: [accountsGranted, quotaSpent, tokenRefused],
  },
  {
    requirement: 'http.cache.fresh',
    kept: [
      accountsGranted,
      tokenGranted,
      changed(accountsGranted, { headers: { 'X-Cache': 'TCP_MISS from a1.example' } }),
    ],
    broken: [
      {
        exchange: changed(accountsGranted, { headers: { Age: '7' } }),
        at: 'header Age',
        expected: 'no header',
        actual: '7',
      },
      {
        exchange: changed(tokenGranted, { headers: { 'X-Cache': 'TCP_MEM_HIT from a1.example' } }),
        at: 'header X-Cache',
        expected: 'an answer of the server itself',
        actual: 'TCP_MEM_HIT from a1.example',
      },
    ],
    outside: [resourceRefused, loginPage],
  },
  {
    requirement: 'http.correlation.generated',
    kept: [accountsGranted, tokenGranted, resourceRefused],
    broken: [
      {
        exchange: changed(accountsGranted, { headers: { 'X-Global-Transaction-ID': undefined } }),
        at: 'header X-Global-Transaction-ID',
        expected: 'a number of the call',
        actual: 'no header',
      },
    ],
    outside: [bankFailed],
  },
]

export const furtherErrorCases: readonly CheckCase[] = [
  {
    requirement: 'error.not-as-success',
    kept: [accountsGranted, tokenGranted],
    broken: [
      {
        exchange: changed(accountsGranted, { body: resourceRefused.body }),
        at: 'status',
        expected: 'a status of 400 or above with an error',
        actual: '200 with "invalidRequest"',
        also: ['shape.body.documented', 'shape.body.undocumented-field'],
      },
    ],
    outside: [
      resourceRefused,
      loginPage,
      consentGiven,
      changed(accountsGranted, { status: 204, body: undefined }),
    ],
  },
]
