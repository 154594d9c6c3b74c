import type { Area } from './types.ts'

/** Bodies, headers and values against the documents. */
export const shape = {
  'shape.operation.succeeds': {
    level: 'MUST',
    text: 'Each operation of a market answers a correct call with a documented success, or asks for a one-time password.',
    source: 'specs/accounts.yaml#/paths',
    evidence: 'documented',
  },
  'shape.status.documented': {
    level: 'MUST',
    text: 'Every documented status is answered in its documented shape.',
    source: 'specs/accounts.yaml#/paths',
    evidence: 'documented',
  },
  'shape.paging.complete': {
    level: 'MUST',
    text: 'A paged list ends, and no page repeats an item of another.',
    source: 'specs/accounts.yaml#/components/parameters/nextStartIndex',
    evidence: 'documented',
  },
  'shape.body.documented': {
    level: 'MUST',
    text: 'A body matches the documented schema of its status.',
    source: 'openapi#schema-object',
    evidence: 'documented',
  },
  'shape.body.inferred': {
    level: 'SHOULD',
    text: 'A body whose schema is our conclusion matches it.',
    source: 'openapi#schema-object',
    evidence: 'inferred',
  },
  'shape.body.undocumented-field': {
    level: 'SHOULD',
    text: 'A body holds no field that the documents do not know.',
    source: 'openapi#schema-object',
    evidence: 'documented',
  },
  'shape.header.documented': {
    level: 'MUST',
    text: 'An answer carries the headers that its document requires.',
    source: 'openapi#header-object',
    evidence: 'documented',
  },
  'shape.value.currency': {
    level: 'MUST',
    text: 'A currency code is one of ISO 4217.',
    source: 'iso4217',
    evidence: 'standard',
  },
  'shape.value.masking': {
    level: 'MUST',
    text: 'No full card number stands in an answer.',
    source: 'pci-dss-4.0.1#3.4.1',
    evidence: 'standard',
  },
  'shape.value.amount-noise': {
    level: 'SHOULD',
    text: 'An amount has no more decimals than a bank writes.',
    source: 'rfc8259#section-6',
    evidence: 'standard',
  },
  'shape.value.amount-asked': {
    level: 'MUST',
    text: 'A quote is about the amount that was asked for.',
    source:
      'specs/money-movement.yaml#/paths/~1v1~1moneyMovement~1personalDomesticTransfers~1preprocess/post',
    evidence: 'documented',
  },
  'shape.value.date': {
    level: 'MUST',
    text: 'A date is a day of the calendar.',
    source: 'rfc3339#section-5.7',
    evidence: 'standard',
  },
  'shape.value.placeholder': {
    level: 'SHOULD',
    text: 'No text of an answer is the word of a program for nothing, such as undefined.',
    source: 'openapi#schema-object',
    evidence: 'inferred',
  },
} as const satisfies Area
