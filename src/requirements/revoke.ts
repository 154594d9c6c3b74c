import type { Area } from './types.ts'

/** Revoking tokens. */
export const revoke = {
  'revoke.access-token.effective': {
    level: 'MUST',
    text: 'A revoked access token stops working at once.',
    source: 'seed-003#card-revoke',
    evidence: 'documented',
  },
  'revoke.access-token.ends-refresh': {
    level: 'MUST',
    text: 'Revoking the access token ends the refresh token as well.',
    source: 'specs/authorize.yaml#/paths/~1authCode~1oauth2~1revoke/post',
    evidence: 'documented',
  },
  'revoke.refresh-token.effective': {
    level: 'MUST',
    text: 'A revoked refresh token stops working at once.',
    source: 'rfc7009#section-2',
    evidence: 'standard',
  },
  'revoke.refresh-token.ends-access': {
    level: 'MUST',
    text: 'Revoking the refresh token ends the access token as well.',
    source: 'specs/authorize.yaml#/paths/~1authCode~1oauth2~1revoke/post',
    evidence: 'documented',
  },
  'revoke.client-auth': {
    level: 'MUST',
    text: 'A revocation without client credentials is refused and revokes nothing.',
    source: 'rfc7009#section-2.1',
    evidence: 'standard',
  },
  'revoke.unknown-token-ok': {
    level: 'MUST',
    text: 'Revoking an unknown token answers 200.',
    source: 'rfc7009#section-2.2',
    evidence: 'standard',
  },
  'revoke.foreign-token': {
    level: 'MUST',
    text: 'A token of another application is not revoked.',
    source: 'rfc7009#section-2.1',
    evidence: 'standard',
  },
  'revoke.wrong-hint': {
    level: 'MUST',
    text: 'A wrong token type hint does not keep a token alive.',
    source: 'rfc7009#section-2.1',
    evidence: 'standard',
  },
  'revoke.idempotent': {
    level: 'MUST',
    text: 'Revoking twice is no error.',
    source: 'rfc7009#section-2.2',
    evidence: 'standard',
  },
  'revoke.hint-optional': {
    level: 'MUST',
    text: 'The token type hint is optional.',
    source: 'rfc7009#section-2.1',
    evidence: 'standard',
    excluded: 'The bank documents the hint as required and the contract follows the bank.',
  },
  'revoke.request.post-only': {
    level: 'MUST',
    text: 'A revocation by GET is refused and revokes nothing.',
    source: 'rfc7009#section-2.1',
    evidence: 'standard',
  },
} as const satisfies Area
