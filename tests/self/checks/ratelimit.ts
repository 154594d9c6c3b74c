import type { CheckCase } from './check-case.ts'
import { changed, type ExchangeData } from './exchange-of.ts'
import { accountsGranted, quotaSpent } from './samples.ts'

const sending = (headers: ExchangeData['headers']) =>
  changed(quotaSpent, headers === undefined ? {} : { headers })

export const ratelimitCases: readonly CheckCase[] = [
  {
    requirement: 'ratelimit.429.not-cached',
    kept: [
      quotaSpent,
      sending({ 'Cache-Control': undefined }),
      sending({ 'Cache-Control': 'no-cache, max-age=0' }),
    ],
    broken: [
      {
        exchange: sending({ 'Cache-Control': 'max-age=60' }),
        at: 'header Cache-Control',
        expected: 'no-store',
        actual: 'max-age=60',
      },
      {
        exchange: sending({ Age: '4' }),
        at: 'header Age',
        expected: 'no header',
        actual: '4',
      },
    ],
    outside: [accountsGranted],
  },
  {
    requirement: 'ratelimit.429.explains',
    kept: [quotaSpent, changed(quotaSpent, { call: 'GET /v1/nothing' })],
    broken: [
      {
        exchange: changed(quotaSpent, { body: undefined }),
        at: '/',
        expected: 'a body that says what happened',
        actual: 'no body',
        also: ['shape.body.inferred'],
      },
      {
        exchange: changed(quotaSpent, { body: { status: 429 } }),
        at: '/',
        expected: 'a body that says what happened',
        actual: '{"status":429}',
        also: ['shape.body.inferred', 'shape.body.undocumented-field'],
      },
    ],
    outside: [accountsGranted, changed(quotaSpent, { call: 'HEAD /v1/accounts', body: undefined })],
  },
  {
    requirement: 'ratelimit.429.retry-after',
    kept: [quotaSpent],
    broken: [
      {
        exchange: sending({ 'Retry-After': undefined }),
        at: 'header Retry-After',
        expected: 'seconds or a date',
        actual: 'no header',
      },
    ],
    outside: [accountsGranted],
  },
  {
    requirement: 'ratelimit.retry-after.format',
    kept: [quotaSpent, sending({ 'Retry-After': 'Mon, 05 Jan 2026 09:01:00 GMT' })],
    broken: [
      {
        exchange: sending({ 'Retry-After': '2026-01-05T09:01:00Z' }),
        at: 'header Retry-After',
        expected: 'whole seconds or an HTTP date',
        actual: '2026-01-05T09:01:00Z',
      },
      {
        exchange: sending({ 'Retry-After': '1.5' }),
        at: 'header Retry-After',
        expected: 'whole seconds or an HTTP date',
        actual: '1.5',
      },
    ],
    outside: [accountsGranted, sending({ 'Retry-After': undefined })],
  },
  {
    requirement: 'ratelimit.header.syntax',
    kept: [
      quotaSpent,
      changed(accountsGranted, { headers: { 'X-RateLimit-Limit': 'name=a,60;name=b,600;' } }),
    ],
    broken: [
      {
        exchange: sending({ 'X-RateLimit-Limit': '60' }),
        at: 'header X-RateLimit-Limit',
        expected: 'name=plan,number;',
        actual: '60',
      },
    ],
    outside: [accountsGranted],
  },
  {
    requirement: 'ratelimit.header.remaining-range',
    kept: [quotaSpent, sending({ 'X-RateLimit-Limit': undefined })],
    broken: [
      {
        exchange: sending({ 'X-RateLimit-Remaining': 'name=rate-limit-1,-1;' }),
        at: 'header X-RateLimit-Remaining',
        expected: 'between 0 and 60 calls left of rate-limit-1',
        actual: '-1',
      },
      {
        exchange: sending({ 'X-RateLimit-Remaining': 'name=rate-limit-1,61;' }),
        at: 'header X-RateLimit-Remaining',
        expected: 'between 0 and 60 calls left of rate-limit-1',
        actual: '61',
        also: ['ratelimit.429.nothing-left'],
      },
    ],
    outside: [accountsGranted, sending({ 'X-RateLimit-Remaining': '59' })],
  },
]
