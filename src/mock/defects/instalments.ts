import type { Answer } from '../answer.ts'
import { type Defect, isSuccessOf, rewrite, withEvery, without } from './defect.ts'

/** Leaves the last month of a schedule out, as a loop does that ends too early. */
function withoutLastMonth(answer: Answer): Answer {
  const body = answer.body as { eppAmortizationSchedule: readonly unknown[] }
  return { ...answer, body: { ...body, eppAmortizationSchedule: body.eppAmortizationSchedule.slice(0, -1) } }
}

/** Mistakes with easy payment plans. */
export const instalmentDefects: readonly Defect[] = [
  {
    id: 'instalments-leave-cents',
    breaks: 'cards.instalments.principal',
    apply: rewrite(isSuccessOf('getInstalmentSchedule'), withEvery('outstandingPrincipalAmount', 0.04)),
  },
  {
    id: 'instalments-without-interest',
    breaks: 'cards.instalments.payments',
    apply: rewrite(isSuccessOf('getInstalmentSchedule'), withEvery('installmentInterestAmount', 0)),
  },
  {
    id: 'instalments-end-early',
    breaks: 'cards.instalments.months',
    apply: rewrite(isSuccessOf('getInstalmentSchedule'), withoutLastMonth),
  },
  {
    id: 'instalment-offer-too-cheap',
    breaks: 'cards.instalments.offer-agrees',
    apply: rewrite(isSuccessOf('searchInstalmentPlans'), withEvery('totalRepaymentAmount', 12_345.67)),
  },
  {
    id: 'instalments-of-any-tenor',
    breaks: 'cards.instalments.tenor',
    apply: without('cards.instalment-tenor'),
  },
  {
    id: 'split-purchase-still-eligible',
    breaks: 'cards.instalments.booked-gone',
    apply: without('cards.instalment-once'),
  },
  { id: 'purchase-split-twice', breaks: 'cards.instalments.once', apply: without('cards.instalment-once') },
  {
    id: 'purchase-split-beyond',
    breaks: 'cards.instalments.amount',
    apply: without('cards.instalment-amount'),
  },
  {
    id: 'statement-split-beyond',
    breaks: 'cards.instalments.bounds',
    apply: without('cards.instalment-bounds'),
  },
  { id: 'plan-booked-without-factor', breaks: 'cards.instalments.factor', apply: without('mfa.required') },
]
