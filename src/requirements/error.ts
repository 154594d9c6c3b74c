import type { Area } from './types.ts'

/** The error model. */
export const error = {
  'error.shape': {
    level: 'MUST',
    text: 'A refusal of a resource matches the documented error model.',
    source: 'specs/accounts.yaml#/components/schemas/ErrorResponse',
    evidence: 'documented',
  },
  'error.code-known': {
    level: 'SHOULD',
    text: 'The code of an error is one that its operation documents.',
    source: 'specs/accounts.yaml#/components/responses',
    evidence: 'documented',
  },
  'error.type-matches-status': {
    level: 'SHOULD',
    text: 'An error of type fatal comes with a 5xx status, and of the other types with 4xx.',
    source: 'specs/accounts.yaml#/components/schemas/ErrorResponse',
    evidence: 'documented',
  },
  'error.no-internals': {
    level: 'MUST',
    text: 'An error shows no stack trace, internal host, query or file path.',
    source: 'asvs5#16.5.1',
    evidence: 'standard',
  },
  'error.no-echo': {
    level: 'MUST',
    text: 'No answer repeats a secret that the request carried.',
    source: 'asvs5#16.5.1',
    evidence: 'standard',
  },
  'error.not-html': {
    level: 'MUST',
    text: 'A refusal of an API call is never an HTML page.',
    source: 'specs/accounts.yaml#/components/schemas/ErrorResponse',
    evidence: 'documented',
  },
  'error.500.envelope': {
    level: 'MUST',
    text: 'An internal failure answers 500 fatal serverUnavailable in the documented shape.',
    source: 'specs/accounts.yaml#/components/schemas/ErrorResponse',
    evidence: 'documented',
  },
  'error.field-location': {
    level: 'SHOULD',
    text: 'A refusal for something missing names it.',
    source: 'specs/accounts.yaml#/components/schemas/ErrorResponse',
    evidence: 'documented',
  },
  'error.not-as-success': {
    level: 'MUST',
    text: 'An error never comes with the status of a success.',
    source: 'rfc9110#section-15.3',
    evidence: 'standard',
  },
} as const satisfies Area
