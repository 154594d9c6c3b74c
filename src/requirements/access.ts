import type { Area } from './types.ts'

/** Whose data, which market. */
export const access = {
  'access.object.foreign': {
    level: 'MUST',
    text: 'An object of another customer is refused.',
    source: 'owasp-api-2023#api1',
    evidence: 'standard',
  },
  'access.object.unknown': {
    level: 'MUST',
    text: 'An unknown object id gives 404, or 400 where the document of the operation holds no 404.',
    source: 'seed-002#trouble-404',
    evidence: 'documented',
  },
  'access.object.indistinct': {
    level: 'SHOULD',
    text: 'A foreign object and a missing one are not told apart.',
    source: 'owasp-api-2023#api1',
    evidence: 'standard',
  },
  'access.market.credentials': {
    level: 'MUST',
    text: 'One pair of credentials gets a token in every market.',
    source: 'seed-001#markets',
    evidence: 'documented',
  },
  'access.market.code-bound': {
    level: 'MUST',
    text: 'A code of one market is not redeemed at the token endpoint of another.',
    source: 'seed-001#markets',
    evidence: 'documented',
  },
  'access.market.not-offered': {
    level: 'MUST',
    text: 'An operation that a market does not offer answers 403 accessNotConfigured.',
    source: 'specs/accounts.yaml#/components/responses',
    evidence: 'documented',
  },
  'access.customer.separate': {
    level: 'MUST',
    text: 'Two customers see different accounts.',
    source: 'owasp-api-2023#api1',
    evidence: 'standard',
  },
} as const satisfies Area
