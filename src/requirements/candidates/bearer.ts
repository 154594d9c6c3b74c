import { bindsTheClient } from './reasons.ts'
import type { Fates } from './types.ts'

/** Candidates about the token on a resource call. */
export const bearer = {
  'bearer.header.accepted': { becomes: 'bearer.header.accepted' },
  'bearer.header.scheme-case': { becomes: 'bearer.header.scheme-case' },
  'bearer.query.refused': { becomes: 'bearer.query.refused' },
  'bearer.body.refused': {
    aside: 'The operations take JSON alone, so a form is refused before anybody looks for a token in it.',
  },
  'bearer.two-methods': { becomes: 'bearer.two-methods' },
  'bearer.missing.401': { becomes: 'bearer.missing.401' },
  'bearer.missing.challenge': { becomes: 'bearer.challenge.present' },
  'bearer.missing.no-error-code': { becomes: 'bearer.missing.no-error-code' },
  'bearer.malformed': { becomes: 'bearer.malformed' },
  'bearer.unknown': { becomes: 'bearer.unknown' },
  'bearer.tampered': { becomes: 'bearer.tampered' },
  'bearer.expired': { becomes: 'bearer.expired' },
  'bearer.revoked': { becomes: 'bearer.revoked' },
  'bearer.foreign-client': { becomes: 'bearer.foreign-client' },
  'bearer.wrong-grant': { becomes: 'bearer.wrong-grant' },
  'bearer.scope.insufficient': { becomes: 'bearer.scope' },
  'bearer.scope.enforced': { becomes: 'bearer.scope' },
  'bearer.challenge.unique-attributes': { becomes: 'bearer.challenge.unique-attributes' },
  'bearer.challenge.charset': { becomes: 'bearer.challenge.charset' },
  'bearer.401-vs-403': { becomes: 'bearer.wrong-grant' },
  'bearer.basic-on-resource': { becomes: 'bearer.basic-on-resource' },
  'bearer.auth-before-validation': { becomes: 'bearer.order.before-validation' },
  'bearer.auth-before-existence': { becomes: 'bearer.order.before-existence' },
  'bearer.client-no-cross-origin': { aside: bindsTheClient },
  'bearer.client-retry-once': { aside: bindsTheClient },
  'bearer.client-no-retry-403': { aside: bindsTheClient },
  'bearer.client-unknown-type': { aside: bindsTheClient },
} as const satisfies Fates
