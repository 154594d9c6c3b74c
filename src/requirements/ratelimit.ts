import type { Area } from './types.ts'

/** The cap on calls. */
export const ratelimit = {
  'ratelimit.429.status': {
    level: 'MUST',
    text: 'More calls than the quota give 429.',
    source: 'seed-001#429',
    evidence: 'documented',
  },
  'ratelimit.429.not-cached': {
    level: 'MUST',
    text: 'A 429 is not kept by a cache.',
    source: 'rfc6585#section-4',
    evidence: 'standard',
  },
  'ratelimit.429.explains': {
    level: 'SHOULD',
    text: 'The body of a 429 says what happened.',
    source: 'rfc6585#section-4',
    evidence: 'standard',
  },
  'ratelimit.429.retry-after': {
    level: 'SHOULD',
    text: 'A 429 tells when to come back.',
    source: 'rfc6585#section-4',
    evidence: 'inferred',
  },
  'ratelimit.429.before-authentication': {
    level: 'SHOULD',
    text: 'Failed calls use up the quota as well.',
    source: 'owasp-api-2023#api4',
    evidence: 'inferred',
  },
  'ratelimit.retry-after.format': {
    level: 'MUST',
    text: 'Retry-After is a whole number of seconds or an HTTP date.',
    source: 'rfc9110#section-10.2.3',
    evidence: 'standard',
  },
  'ratelimit.retry-after.honest': {
    level: 'SHOULD',
    text: 'A call made after the stated wait succeeds, and one just before it is still refused.',
    source: 'rfc9110#section-10.2.3',
    evidence: 'inferred',
  },
  'ratelimit.window.recovers': {
    level: 'MUST',
    text: 'A minute after a 429 the service answers again.',
    source: 'seed-001#429',
    evidence: 'documented',
  },
  'ratelimit.scope.per-client': {
    level: 'SHOULD',
    text: 'One application does not use up the quota of another.',
    source: 'owasp-api-2023#api4',
    evidence: 'standard',
  },
  'ratelimit.header.syntax': {
    level: 'SHOULD',
    text: "The limit headers follow the gateway's syntax name=plan,number;.",
    source: 'specs/authorize.yaml#/components/headers',
    evidence: 'observed',
  },
  'ratelimit.header.remaining-range': {
    level: 'SHOULD',
    text: 'The remaining calls lie between 0 and the limit.',
    source: 'specs/authorize.yaml#/components/headers',
    evidence: 'observed',
  },
  'ratelimit.header.remaining-falls': {
    level: 'SHOULD',
    text: 'The remaining calls fall by one with each call.',
    source: 'specs/authorize.yaml#/components/headers',
    evidence: 'observed',
  },
  'ratelimit.429.no-side-effect': {
    level: 'MUST',
    text: 'A call that was answered 429 had no effect.',
    source: 'rfc9110#section-15.5',
    evidence: 'standard',
  },
  'ratelimit.429.nothing-left': {
    level: 'SHOULD',
    text: 'A 429 that tells what is left of the quota says that nothing is.',
    source: 'specs/authorize.yaml#/components/headers',
    evidence: 'observed',
  },
  'ratelimit.retry-after.ahead': {
    level: 'SHOULD',
    text: 'Retry-After names a time ahead, within a day.',
    source: 'rfc9110#section-10.2.3',
    evidence: 'inferred',
  },
  'ratelimit.header.limit-60': {
    level: 'SHOULD',
    text: 'The gateway tells a quota of 60 calls.',
    source: 'specs/authorize.yaml#/components/headers',
    evidence: 'observed',
  },
} as const satisfies Area
