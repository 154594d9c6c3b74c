import type { Area } from './types.ts'

/** The three-legged flow at the addresses of the partner portal. */
export const partner = {
  'partner.flow.tokens': {
    level: 'MUST',
    text: 'Login and consent at the partner address give a code that becomes tokens there.',
    source: 'specs/partner-authorize.yaml#/paths',
    evidence: 'documented',
  },
  'partner.flow.shared': {
    level: 'SHOULD',
    text: 'A pair from the older address is renewed at the partner address.',
    source: 'specs/partner-authorize.yaml#/info',
    evidence: 'inferred',
  },
  'partner.code.once': {
    level: 'MUST',
    text: 'A code that was redeemed at one address does not work at the other.',
    source: 'rfc6749#section-4.1.2',
    evidence: 'standard',
  },
  'partner.error.model': {
    level: 'MUST',
    text: 'Token calls at the partner address are refused in the error model of the resources.',
    source: 'specs/partner-authorize.yaml#/components/responses',
    evidence: 'documented',
  },
} as const satisfies Area
