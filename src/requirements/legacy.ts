import type { Area } from './types.ts'

/** The password grant of older clients. */
export const legacy = {
  'legacy.key.fresh': {
    level: 'SHOULD',
    text: 'Each key call gives another bizToken.',
    source: 'specs/password-grant.yaml#/paths/~1security~1e2eKey/get',
    evidence: 'observed',
  },
  'legacy.password.tokens': {
    level: 'SHOULD',
    text: 'User id and encrypted password give a token of that customer.',
    source: 'specs/password-grant.yaml#/paths/~1password~1oauth2~1token~1{countryCode}~1{businessCode}/post',
    evidence: 'observed',
  },
  'legacy.password.refresh': {
    level: 'SHOULD',
    text: 'The refresh token of a password grant gives another pair.',
    source: 'specs/password-grant.yaml#/paths/~1password~1oauth2~1refresh/post',
    evidence: 'inferred',
  },
  'legacy.password.unknown-user': {
    level: 'SHOULD',
    text: 'A user id that nobody has is refused with 401.',
    source: 'specs/password-grant.yaml#/components/responses/WrongCredentials',
    evidence: 'observed',
  },
  'legacy.password.wrong': {
    level: 'MUST',
    text: 'A wrong password gives no token.',
    source: 'rfc6749#section-4.3.2',
    evidence: 'standard',
  },
  'legacy.password.indistinct': {
    level: 'SHOULD',
    text: 'An unknown user id and a wrong password are answered alike.',
    source: 'owasp-api-2023#api2',
    evidence: 'standard',
  },
  'legacy.password.encrypted': {
    level: 'SHOULD',
    text: 'A password that is not encrypted gives no token.',
    source: 'specs/password-grant.yaml#/components/schemas/PasswordRequest',
    evidence: 'observed',
  },
  'legacy.biz-token.known': {
    level: 'SHOULD',
    text: 'A bizToken that no key call gave is refused.',
    source: 'specs/password-grant.yaml#/components/headers/bizToken',
    evidence: 'inferred',
  },
  'legacy.biz-token.once': {
    level: 'SHOULD',
    text: 'A bizToken works once.',
    source: 'specs/password-grant.yaml#/components/headers/bizToken',
    evidence: 'inferred',
  },
} as const satisfies Area
