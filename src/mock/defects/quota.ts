import { hasStatus, rewrite, without, type Defect } from './defect.ts'

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
    apply: without('quota.counts-down'),
  },
]
