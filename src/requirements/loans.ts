import type { Area } from './types.ts'

const calls = 'specs/loans.yaml#/paths'
const booking = `${calls}/~1v1~1accounts~1{accountId}~1loans~1bookings/post`
const confirmation = `${calls}/~1v1~1accounts~1loans~1bookings~1confirmation/post`
const list = `${calls}/~1v1~1accounts~1{accountId}~1loans/get`
const topUps = `${calls}/~1v1~1applicationProcessing~1products~1unsecuredLoans~1topup~1applications`

/** The journeys of loans. */
export const loans = {
  'loans.booking.second-factor': {
    level: 'MUST',
    text: 'A loan for somebody else waits for a one-time password, under a control flow.',
    source: booking,
    evidence: 'observed',
  },
  'loans.booking.nothing-without-factor': {
    level: 'MUST',
    text: 'A booking whose one-time password was not given books nothing.',
    source: confirmation,
    evidence: 'observed',
  },
  'loans.booking.once': {
    level: 'MUST',
    text: 'A control flow books one loan and is refused after that.',
    source: confirmation,
    evidence: 'observed',
  },
  'loans.booking.listed': {
    level: 'MUST',
    text: 'A confirmed loan stands in the list of its account.',
    source: list,
    evidence: 'documented',
  },
  'loans.booking.own-account': {
    level: 'SHOULD',
    text: "A loan that stays in the customer's own accounts is booked at once.",
    source: booking,
    evidence: 'inferred',
  },
  'loans.booking.paid-out': {
    level: 'SHOULD',
    text: 'The account to which a loan is paid out holds so much more.',
    source: booking,
    evidence: 'inferred',
  },
  'loans.booking.range': {
    level: 'MUST',
    text: 'No account lends more than its eligibility says.',
    source: `${calls}/~1v1~1accounts~1loans~1eligibility/get`,
    evidence: 'documented',
  },
  'loans.flow.owner': {
    level: 'MUST',
    text: 'A control flow is of no use to another customer.',
    source: confirmation,
    evidence: 'observed',
  },
  'loans.flow.expires': {
    level: 'SHOULD',
    text: 'A control flow is over after some minutes.',
    source: confirmation,
    evidence: 'inferred',
  },
  'loans.schedule.adds-up': {
    level: 'MUST',
    text: 'The principal of all instalments is the amount of the loan, and the last instalment leaves nothing.',
    source: `${calls}/~1v1~1accounts~1{accountId}~1loans~1repaymentSchedules/get`,
    evidence: 'documented',
  },
  'loans.schedule.document': {
    level: 'MUST',
    text: 'The instalments of a plan come as a PDF document, too, when it is asked for.',
    source: `${calls}/~1v1~1prelogin~1creditChargeCard~1creditPlans~1offers~1{offerId}~1easyPaymentPlans~1repaymentSchedules/get`,
    evidence: 'documented',
  },
  'loans.schedule.agrees': {
    level: 'MUST',
    text: 'A booked loan has the instalments that were shown before.',
    source: `${calls}/~1v1~1accounts~1loans~1{loanReferenceId}~1repaymentSchedules/get`,
    evidence: 'documented',
  },
  'loans.plan.agrees': {
    level: 'MUST',
    text: 'A plan announces the amount of its instalments.',
    source: `${calls}/~1v1~1accounts~1{accountId}~1loans~1{loanAmount}~1paymentsPlans/get`,
    evidence: 'documented',
  },
  'loans.balance-transfer.listed': {
    level: 'MUST',
    text: 'A confirmed balance transfer stands in the list of its account.',
    source: `${calls}/~1v1~1accounts~1{accountId}~1loans~1balanceTransfers~1bookings/post`,
    evidence: 'documented',
  },
  'loans.balance-transfer.not-eligible': {
    level: 'MUST',
    text: 'An account that lends nothing is refused as not eligible.',
    source: `${calls}/~1v1~1accounts~1{accountId}~1loans~1balanceTransfers~1bookings/post`,
    evidence: 'documented',
  },
  'loans.consolidation.replaces': {
    level: 'MUST',
    text: 'Joined loans give way to the new one.',
    source: `${calls}/~1v1~1creditChargeCard~1creditPlans~1{cardId}~1consolidation/post`,
    evidence: 'documented',
  },
  'loans.top-up.order': {
    level: 'SHOULD',
    text: 'A top-up is accepted after its approval only.',
    source: `${topUps}~1{applicationId}~1offerAcceptanceAndSubmission/post`,
    evidence: 'inferred',
  },
  'loans.top-up.listed': {
    level: 'SHOULD',
    text: 'An accepted top-up stands in the list of its account.',
    source: `${topUps}~1{applicationId}~1offerAcceptanceAndSubmission/post`,
    evidence: 'inferred',
  },
  'loans.offer.listed': {
    level: 'MUST',
    text: 'A booked plan or loan of an offer stands among the loans of its customer.',
    source: `${calls}/~1v1~1preLogin~1creditChargeCard~1creditPlans~1{offerId}~1loans/get`,
    evidence: 'documented',
  },
} as const satisfies Area
