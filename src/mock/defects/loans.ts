import { type Defect, isSuccessOf, rewrite, withEvery, without } from './defect.ts'

/** Mistakes in the journeys of loans. */
export const loansDefects: readonly Defect[] = [
  {
    id: 'loan-without-password',
    breaks: 'loans.booking.second-factor',
    apply: without('loan.second-factor'),
  },
  {
    id: 'loan-confirmed-without-password',
    breaks: 'loans.booking.nothing-without-factor',
    apply: without('loan.verified'),
  },
  { id: 'loan-booked-again', breaks: 'loans.booking.once', apply: without('loan.once') },
  { id: 'loan-not-listed', breaks: 'loans.booking.listed', apply: without('loan.listed') },
  { id: 'loan-always-asks', breaks: 'loans.booking.own-account', apply: without('loan.own-account') },
  { id: 'loan-never-arrives', breaks: 'loans.booking.paid-out', apply: without('loan.paid-out') },
  { id: 'loan-above-the-line', breaks: 'loans.booking.range', apply: without('loan.range') },
  { id: 'loan-flow-for-anybody', breaks: 'loans.flow.owner', apply: without('loan.flow-owner') },
  { id: 'loan-flow-never-over', breaks: 'loans.flow.expires', apply: without('loan.flow-expiry') },
  { id: 'loan-not-settled', breaks: 'loans.schedule.adds-up', apply: without('loan.settles') },
  {
    id: 'schedule-without-document',
    breaks: 'loans.schedule.document',
    apply: rewrite(isSuccessOf('previewOfferPaymentSchedule'), withEvery('binaryData', undefined)),
  },
  {
    id: 'loan-schedule-changed',
    breaks: 'loans.schedule.agrees',
    apply: rewrite(isSuccessOf('previewLoanSchedule'), withEvery('installmentInterestAmount', 1)),
  },
  {
    id: 'loan-plan-too-cheap',
    breaks: 'loans.plan.agrees',
    apply: rewrite(isSuccessOf('listLoanPlans'), withEvery('installmentAmount', 1)),
  },
  {
    id: 'balance-transfer-not-listed',
    breaks: 'loans.balance-transfer.listed',
    apply: without('loan.transfer-listed'),
  },
  {
    id: 'balance-transfer-on-any-account',
    breaks: 'loans.balance-transfer.not-eligible',
    apply: without('loan.eligible'),
  },
  { id: 'joined-loans-stay', breaks: 'loans.consolidation.replaces', apply: without('loan.replaces') },
  { id: 'top-up-out-of-turn', breaks: 'loans.top-up.order', apply: without('top-up.order') },
  { id: 'top-up-not-listed', breaks: 'loans.top-up.listed', apply: without('top-up.listed') },
  { id: 'loan-of-offer-not-listed', breaks: 'loans.offer.listed', apply: without('loan.offer-listed') },
]
