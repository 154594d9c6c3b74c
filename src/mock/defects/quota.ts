import { hasStatus, rewrite, withHeader, without, type Defect } from './defect.ts'

/** Mistakes with the cap on calls. */
export const quotaDefects: readonly Defect[] = [
  { id: 'no-cap', breaks: 'ratelimit.429.status', apply: without('quota') },
  {
    id: 'cap-as-503',
    breaks: 'ratelimit.429.status',
    alsoBreaks: ['http.status.documented'],
    apply: rewrite(hasStatus(429), (answer) => ({ ...answer, status: 503 })),
  },
  {
    id: 'cap-never-recovers',
    breaks: 'ratelimit.window.recovers',
    alsoBreaks: ['ratelimit.retry-after.honest'],
    apply: without('quota.recovery'),
  },
  { id: 'cap-for-all-together', breaks: 'ratelimit.scope.per-client', apply: without('quota.per-client') },
  {
    id: 'failures-not-counted',
    breaks: 'ratelimit.429.before-authentication',
    apply: without('quota.failures'),
  },
  {
    id: 'retry-after-too-short',
    breaks: 'ratelimit.retry-after.honest',
    apply: without('quota.retry-after'),
  },
  {
    id: 'remaining-stands-still',
    breaks: 'ratelimit.header.remaining-falls',
    alsoBreaks: ['ratelimit.429.nothing-left'],
    apply: without('quota.counts-down'),
  },
  {
    id: 'revoked-in-spite-of-429',
    breaks: 'ratelimit.429.no-side-effect',
    apply: without('quota.first'),
  },
  {
    id: 'calls-left-at-429',
    breaks: 'ratelimit.429.nothing-left',
    apply: rewrite(hasStatus(429), withHeader('x-ratelimit-remaining', 'name=rate-limit-1,3;')),
  },
  {
    id: 'retry-after-in-the-past',
    breaks: 'ratelimit.retry-after.ahead',
    alsoBreaks: ['shape.header.documented'],
    apply: rewrite(hasStatus(429), (answer, context) =>
      withHeader('retry-after', new Date(context.now.getTime() - 60_000).toUTCString())(answer, context),
    ),
  },
  {
    id: 'retry-after-in-milliseconds',
    breaks: 'ratelimit.retry-after.ahead',
    apply: rewrite(hasStatus(429), (answer, context) =>
      withHeader('retry-after', `${Number(answer.headers['retry-after']) * 10_000}`)(answer, context),
    ),
  },
  {
    id: 'quota-of-another-plan',
    breaks: 'ratelimit.header.limit-60',
    apply: rewrite(
      ({ headers }) => 'x-ratelimit-limit' in headers,
      withHeader('x-ratelimit-limit', 'name=rate-limit-1,100;'),
    ),
  },
]
