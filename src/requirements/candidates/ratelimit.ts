import { bindsTheClient, notPromised } from './reasons.ts'
import type { Fates } from './types.ts'

/** Candidates about the cap on calls. */
export const ratelimit = {
  'ratelimit.429.status': { becomes: 'ratelimit.429.status' },
  'ratelimit.429.not-cached': { becomes: 'ratelimit.429.not-cached' },
  'ratelimit.429.explains': { becomes: 'ratelimit.429.explains' },
  'ratelimit.429.retry-after': { becomes: 'ratelimit.429.retry-after' },
  'ratelimit.retry-after.format': { becomes: 'ratelimit.retry-after.format' },
  'ratelimit.retry-after.honest': { becomes: 'ratelimit.retry-after.honest' },
  'ratelimit.retry-after.not-before-reset': { becomes: 'ratelimit.retry-after.ahead' },
  'ratelimit.header.syntax': { becomes: 'ratelimit.header.syntax' },
  'ratelimit.header.remaining-monotone': { becomes: 'ratelimit.header.remaining-falls' },
  'ratelimit.header.remaining-range': { becomes: 'ratelimit.header.remaining-range' },
  'ratelimit.header.consistent': {
    aside: 'The gateway was seen to send the headers on some operations of one plan and not on others.',
  },
  'ratelimit.policy.syntax': { aside: notPromised },
  'ratelimit.window.resets': { becomes: 'ratelimit.window.recovers' },
  'ratelimit.window.kind': { aside: notPromised },
  'ratelimit.scope.per-client': { becomes: 'ratelimit.scope.per-client' },
  'ratelimit.scope.failures-count': { becomes: 'ratelimit.429.before-authentication' },
  'ratelimit.no-side-effect': { becomes: 'ratelimit.429.no-side-effect' },
  'ratelimit.exists': { becomes: 'ratelimit.429.status' },
  'ratelimit.login.strict': { becomes: 'authorize.login.brute-force' },
  'ratelimit.client.honours-retry-after': { aside: bindsTheClient },
  'ratelimit.client.retry-after-wins': { aside: bindsTheClient },
  'ratelimit.client.backoff-without-hint': { aside: bindsTheClient },
  'ratelimit.client.malformed-ignored': { aside: bindsTheClient },
  'ratelimit.client.no-herd': { aside: bindsTheClient },
  'ratelimit.client.gives-up': { aside: bindsTheClient },
} as const satisfies Fates
