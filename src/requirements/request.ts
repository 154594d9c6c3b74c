import type { Area } from './types.ts'

/** Requests that break their documents. */
export const request = {
  'request.header.required': {
    level: 'MUST',
    text: 'A call without a required header is refused with 400.',
    source: 'specs/accounts.yaml#/components/parameters',
    evidence: 'documented',
  },
  'request.parameter.required': {
    level: 'MUST',
    text: 'A call without a required parameter is refused with 400.',
    source: 'specs/accounts.yaml#/paths',
    evidence: 'documented',
  },
  'request.parameter.invalid': {
    level: 'MUST',
    text: 'A parameter of the wrong type or outside its documented values is refused with 400.',
    source: 'specs/accounts.yaml#/paths',
    evidence: 'documented',
  },
  'request.body.required': {
    level: 'MUST',
    text: 'A body without a required field is refused with 400.',
    source: 'specs/accounts.yaml#/paths',
    evidence: 'documented',
  },
  'request.body.invalid': {
    level: 'MUST',
    text: 'A body with a field of the wrong type is refused with 400.',
    source: 'specs/accounts.yaml#/paths',
    evidence: 'documented',
  },
} as const satisfies Area
