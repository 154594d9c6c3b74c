import type { Area } from './types.ts'

/** Bearer tokens on resources. */
export const bearer = {
  'bearer.header.accepted': {
    level: 'MUST',
    text: 'A token in the Authorization header opens the resource.',
    source: 'rfc6750#section-2.1',
    evidence: 'standard',
  },
  'bearer.header.scheme-case': {
    level: 'MUST',
    text: 'The scheme name Bearer is matched without regard to case.',
    source: 'rfc9110#section-11.1',
    evidence: 'standard',
  },
  'bearer.header.wrong-scheme': {
    level: 'MUST',
    text: 'A token behind an invented scheme is refused with 401.',
    source: 'seed-001#bearer-basic',
    evidence: 'documented',
  },
  'bearer.query.refused': {
    level: 'MUST',
    text: 'A token in the query string is refused.',
    source: 'rfc9700#section-4.3.2',
    evidence: 'standard',
  },
  'bearer.missing.401': {
    level: 'MUST',
    text: 'A call without a token gives 401.',
    source: 'rfc6750#section-3',
    evidence: 'standard',
  },
  'bearer.empty': {
    level: 'MUST',
    text: 'The bare word Bearer gives 401, never 500.',
    source: 'rfc6750#section-3.1',
    evidence: 'standard',
  },
  'bearer.unknown': {
    level: 'MUST',
    text: 'An unknown token gives 401.',
    source: 'rfc6750#section-3.1',
    evidence: 'standard',
  },
  'bearer.tampered': {
    level: 'MUST',
    text: 'A token with one changed character is refused.',
    source: 'owasp-api-2023#api2',
    evidence: 'standard',
  },
  'bearer.revoked': {
    level: 'MUST',
    text: 'A revoked token gives 401 on every resource.',
    source: 'rfc6750#section-3.1',
    evidence: 'standard',
  },
  'bearer.expired': {
    level: 'MUST',
    text: 'An expired token gives 401 on every resource.',
    source: 'seed-001#unauthorized',
    evidence: 'documented',
  },
  'bearer.basic-on-resource': {
    level: 'MUST',
    text: 'Basic credentials do not open a resource.',
    source: 'seed-001#bearer-basic',
    evidence: 'documented',
  },
  'bearer.foreign-client': {
    level: 'MUST',
    text: 'A client_id header that does not belong to the token gives 401.',
    source: 'seed-001#unauthorized',
    evidence: 'documented',
  },
  'bearer.wrong-grant': {
    level: 'MUST',
    text: 'A token of the wrong grant type gives 403 on every resource.',
    source: 'seed-001#grants',
    evidence: 'documented',
  },
  'bearer.scope': {
    level: 'MUST',
    text: 'A token without the scope of an operation gives 403.',
    source: 'seed-000#trouble-403',
    evidence: 'documented',
  },
  'bearer.challenge.present': {
    level: 'MUST',
    text: 'A 401 of a resource carries WWW-Authenticate with the scheme Bearer.',
    source: 'rfc9110#section-15.5.2',
    evidence: 'standard',
  },
  'bearer.challenge.invalid-token': {
    level: 'SHOULD',
    text: 'The challenge for a refused token says error="invalid_token".',
    source: 'rfc6750#section-3.1',
    evidence: 'standard',
  },
  'bearer.challenge.unique-attributes': {
    level: 'MUST',
    text: 'realm, scope and error appear at most once in a challenge.',
    source: 'rfc6750#section-3',
    evidence: 'standard',
  },
  'bearer.two-methods': {
    level: 'MUST',
    text: 'A call that carries its token twice is refused.',
    source: 'rfc6750#section-2',
    evidence: 'standard',
  },
  'bearer.malformed': {
    level: 'MUST',
    text: 'A token with characters that no token has gives 400 or 401, never 500.',
    source: 'rfc6750#section-3.1',
    evidence: 'standard',
  },
  'bearer.order.before-validation': {
    level: 'SHOULD',
    text: 'A call without a token learns nothing about the input that it should have.',
    source: 'owasp-api-2023#api8',
    evidence: 'standard',
  },
  'bearer.order.before-existence': {
    level: 'SHOULD',
    text: 'A call without a token does not learn which objects exist.',
    source: 'owasp-api-2023#api1',
    evidence: 'standard',
  },
  'bearer.missing.no-error-code': {
    level: 'SHOULD',
    text: 'The challenge for a call without a token names no error.',
    source: 'rfc6750#section-3.1',
    evidence: 'standard',
  },
  'bearer.challenge.charset': {
    level: 'MUST',
    text: 'A challenge holds printable ASCII without quotes and backslash in its values.',
    source: 'rfc6750#section-3',
    evidence: 'standard',
  },
} as const satisfies Area
