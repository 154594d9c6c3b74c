import type { Area } from './types.ts'

/** Lifetimes of codes and tokens. */
export const expiry = {
  'expiry.code.120s': {
    level: 'MUST',
    text: 'A code works for 120 seconds and not longer.',
    source: 'seed-001#token-expiry',
    evidence: 'documented',
  },
  'expiry.access-token.30min': {
    level: 'MUST',
    text: 'An access token of the authorization code grant works for 30 minutes and not longer.',
    source: 'seed-001#token-expiry',
    evidence: 'documented',
  },
  'expiry.access-token.two-legged': {
    level: 'MUST',
    text: 'An access token of the client credentials grant works for 30 minutes and not longer.',
    source: 'seed-001#token-expiry',
    evidence: 'documented',
  },
  'expiry.access-token.after-refresh': {
    level: 'MUST',
    text: 'An access token that came from a refresh works for its own 30 minutes.',
    source: 'seed-001#token-expiry',
    evidence: 'documented',
  },
  'expiry.access-token.no-sliding': {
    level: 'SHOULD',
    text: 'Using an access token does not lengthen its life.',
    source: 'rfc6749#section-5.1',
    evidence: 'standard',
  },
  'expiry.access-token.independent': {
    level: 'MUST',
    text: 'Each access token has a deadline of its own.',
    source: 'seed-001#token-expiry',
    evidence: 'documented',
  },
  'expiry.access-token.honest': {
    level: 'MUST',
    text: 'The declared expires_in is what happens.',
    source: 'rfc6749#section-5.1',
    evidence: 'standard',
  },
  'expiry.access-token.then-refresh': {
    level: 'MUST',
    text: 'After a 401 for an expired access token, a refresh gives one that works.',
    source: 'seed-003#refresh',
    evidence: 'documented',
  },
  'expiry.refresh-token.30-days': {
    level: 'MUST',
    text: 'A refresh token works for 30 days and not longer.',
    source: 'seed-001#token-expiry',
    evidence: 'documented',
  },
  'expiry.refresh-token.new-consent': {
    level: 'MUST',
    text: 'After the refresh token has expired, only a new consent gives access.',
    source: 'seed-003#refresh',
    evidence: 'documented',
  },
  'expiry.card-token.31-days': {
    level: 'SHOULD',
    text: 'The access token of a card works for 31 days and not longer.',
    source:
      'specs/card-authorization.yaml#/paths/~1cardAuth~1oauth2~1token~1{countryCode}~1{businessCode}/post',
    evidence: 'observed',
  },
  'expiry.card-token.after-refresh': {
    level: 'SHOULD',
    text: 'The access token of a card that came from a refresh works for its own 31 days.',
    source: 'specs/card-authorization.yaml#/paths/~1cardAuth~1oauth2~1refresh/post',
    evidence: 'observed',
  },
  'expiry.card-refresh-token.an-hour-longer': {
    level: 'SHOULD',
    text: 'The first refresh token of a card works for an hour longer than its access token, and no more.',
    source:
      'specs/card-authorization.yaml#/paths/~1cardAuth~1oauth2~1token~1{countryCode}~1{businessCode}/post',
    evidence: 'observed',
  },
  'expiry.card-refresh-token.372-days': {
    level: 'SHOULD',
    text: 'The refresh token of a refreshed pair of a card works for 372 days and not longer.',
    source: 'specs/card-authorization.yaml#/paths/~1cardAuth~1oauth2~1refresh/post',
    evidence: 'observed',
  },
} as const satisfies Area
