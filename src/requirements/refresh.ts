import type { Area } from './types.ts'

/** Refreshing a token pair. */
export const refresh = {
  'refresh.flow.new-pair': {
    level: 'MUST',
    text: 'A valid refresh token gives a new pair of access and refresh tokens.',
    source: 'seed-003#refresh',
    evidence: 'documented',
  },
  'refresh.client-auth': {
    level: 'MUST',
    text: 'A refresh without client credentials is refused.',
    source: 'rfc6749#section-6',
    evidence: 'standard',
  },
  'refresh.bound-to-client': {
    level: 'MUST',
    text: 'A refresh token works only for its application.',
    source: 'rfc6749#section-6',
    evidence: 'standard',
  },
  'refresh.unknown-token': {
    level: 'MUST',
    text: 'An unknown refresh token gives invalid_grant.',
    source: 'rfc6749#section-5.2',
    evidence: 'standard',
  },
  'refresh.access-token-refused': {
    level: 'MUST',
    text: 'An access token cannot be used as a refresh token.',
    source: 'rfc6749#section-6',
    evidence: 'standard',
  },
  'refresh.scope-not-wider': {
    level: 'MUST',
    text: 'A refresh cannot widen the scope.',
    source: 'rfc6749#section-6',
    evidence: 'standard',
  },
  'refresh.rotation-replaces': {
    level: 'SHOULD',
    text: 'After a refresh the old refresh token is refused.',
    source: 'rfc9700#section-4.14.2',
    evidence: 'standard',
  },
  'refresh.reuse-kills-family': {
    level: 'SHOULD',
    text: 'Reuse of a replaced refresh token ends every token of the grant.',
    source: 'rfc9700#section-4.14.2',
    evidence: 'standard',
  },
  'refresh.race': {
    level: 'MUST',
    text: 'Two refreshes at the same time leave at most one valid family.',
    source: 'rfc9700#section-4.14.2',
    evidence: 'standard',
  },
} as const satisfies Area
