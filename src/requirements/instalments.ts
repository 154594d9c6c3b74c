import type { Area } from './types.ts'

const sources = {
  schedule:
    'specs/card-instalments.yaml#/paths/~1v1~1creditCards~1{cardId}~1easyPaymentPlans~1repaymentSchedules/get',
  search: 'specs/card-instalments.yaml#/paths/~1v1~1creditCards~1{cardId}~1easyPaymentPlans~1search/post',
  book: 'specs/card-instalments.yaml#/paths/~1v1~1creditCards~1{cardId}~1easyPaymentPlans~1bookings/post',
  eligible:
    'specs/card-instalments.yaml#/paths/~1v1~1creditCards~1{cardId}~1easyPaymentPlans~1eligibility/get',
  details:
    'specs/corporate-cards.yaml#/paths/~1partner~1v1~1creditChargeCard~1corporateCards~1details~1retrieve/post',
  cash: 'specs/corporate-cards.yaml#/paths/~1partner~1v1~1creditChargeCard~1corporateCards~1cashLimit/put',
} as const

/** What easy payment plans and corporate cards promise. */
export const instalments = {
  'cards.instalments.principal': {
    level: 'SHOULD',
    text: 'The principal of the instalments adds up to the amount, and nothing is left of it.',
    source: sources.schedule,
    evidence: 'inferred',
  },
  'cards.instalments.payments': {
    level: 'SHOULD',
    text: 'Each instalment is its principal and its interest, and their sum is the total.',
    source: sources.schedule,
    evidence: 'inferred',
  },
  'cards.instalments.months': {
    level: 'SHOULD',
    text: 'There are as many instalments as the tenor says, a month apart.',
    source: sources.schedule,
    evidence: 'documented',
  },
  'cards.instalments.offer-agrees': {
    level: 'SHOULD',
    text: 'A plan costs what its schedule adds up to.',
    source: sources.search,
    evidence: 'inferred',
  },
  'cards.instalments.tenor': {
    level: 'SHOULD',
    text: 'A tenor that is not on offer is refused.',
    source: sources.schedule,
    evidence: 'inferred',
  },
  'cards.instalments.booked-gone': {
    level: 'SHOULD',
    text: 'A purchase that is paid in instalments is no longer eligible.',
    source: sources.eligible,
    evidence: 'inferred',
  },
  'cards.instalments.once': {
    level: 'SHOULD',
    text: 'A purchase is split once.',
    source: sources.book,
    evidence: 'inferred',
  },
  'cards.instalments.amount': {
    level: 'SHOULD',
    text: 'A purchase is split whole.',
    source: sources.book,
    evidence: 'inferred',
  },
  'cards.instalments.bounds': {
    level: 'MUST',
    text: 'More than the eligible part of a statement is not split.',
    source: sources.book,
    evidence: 'documented',
  },
  'cards.instalments.factor': {
    level: 'SHOULD',
    text: 'A plan on a supplementary card waits for the one-time password.',
    source: sources.book,
    evidence: 'inferred',
  },
  'cards.corporate.credit-limit': {
    level: 'MUST',
    text: 'The credit limit of a corporate card reads back.',
    source: sources.details,
    evidence: 'documented',
  },
  'cards.corporate.status': {
    level: 'MUST',
    text: 'The suspension of a corporate card reads back.',
    source: sources.details,
    evidence: 'documented',
  },
  'cards.corporate.lost': {
    level: 'SHOULD',
    text: 'A corporate card that was reported lost is no longer active.',
    source: sources.details,
    evidence: 'inferred',
  },
  'cards.corporate.closure': {
    level: 'SHOULD',
    text: 'A corporate card is closed on the day asked for, and not before.',
    source: sources.details,
    evidence: 'inferred',
  },
  'cards.corporate.cash-limits': {
    level: 'MUST',
    text: 'The cash limits of a corporate card read back, and those that are not named stay.',
    source: sources.cash,
    evidence: 'documented',
  },
} as const satisfies Area
