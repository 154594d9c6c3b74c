import { type Handler, json } from '../../answer.ts'
import type { Account } from '../../bank/accounts.ts'
import { dayOf } from '../../bank/days.ts'
import { type Instalment, scheduleOf, sumOf } from '../../bank/loan-schedule.ts'
import { annualCostOf, feeOf, isTenor, rangeOf, termsOf, tenors } from '../../bank/loan-terms.ts'
import { decimal, minorUnitsOf } from '../../bank/money.ts'
import type { Desk } from '../desk.ts'
import { invalid, refuse } from '../refusal.ts'

/** Reads a term such as `36_MONTHS`; undefined when it is none. */
export function monthsOf(tenor: string): number | undefined {
  const months = Number(/^(\d{1,2})_MONTHS$/.exec(tenor)?.[1])
  return isTenor(months) ? months : undefined
}

/** Describes what the bank recommends, one line per term. */
export function decisionFields(account: Account, amount: number, today: string): object {
  return {
    loanOutstandingBalance: decimal(account.balance),
    loanTopupRecommendations: tenors.map((tenor) => recommendation(account, { amount, tenor, today })),
  }
}

interface Wanted {
  readonly amount: number
  readonly tenor: number
  readonly today: string
}

function recommendation(account: Account, { amount, tenor, today }: Wanted): object {
  const terms = termsOf(tenor, account.currency)
  const schedule = scheduleOf({ principal: amount, tenor, rate: terms.rate, bookedOn: today })
  return {
    tenor: `${tenor}_MONTHS`,
    loanTopupMiniumAmount: decimal(rangeOf(account).least),
    loanTopupMaxiumAmount: decimal(amount),
    loanAmount: decimal(amount),
    interestRate: terms.rate,
    annualPercentageRate: annualCostOf(terms, amount),
    handlingFee: decimal(feeOf(terms, amount)),
    installmentAmount: decimal(schedule[0]?.amount ?? 0),
    totalPrincipalAmount: decimal(amount),
    totalInterestAmount: decimal(sumOf(schedule, 'interest')),
    totalInstallmentAmount: decimal(sumOf(schedule, 'amount')),
    repaymentScheduleIssueDate: today,
  }
}

/** Shows what a topped-up loan would cost: amount, insurance and fee are lent together. */
export function previewTopUpSchedule(desk: Desk): Handler {
  return (call) => {
    const read = (name: string) => Number(call.query[name])
    const principal = minorUnitsOf(read('loanAmount') + read('insurancePremiumAmount') + read('feeAmount'))
    const [tenor, rate] = [read('tenor'), read('loanInterestRate')]
    if (principal === undefined) return refuse(call, invalid('loanAmount'))
    if (!isTenor(tenor)) return refuse(call, invalid('tenor'))
    if (!(rate >= 0 && rate <= 100)) return refuse(call, invalid('loanInterestRate'))
    const schedule = scheduleOf({ principal, tenor, rate, bookedOn: dayOf(call.now) })
    return json(
      200,
      desk.write(call.operation, { ...costFields(schedule, rate), loanTopup: topUpFields(principal, rate) }),
    )
  }
}

function costFields(schedule: readonly Instalment[], rate: number): object {
  return {
    fixedPaymentAmount: decimal(schedule[0]?.amount ?? 0),
    totalInterestAmount: decimal(sumOf(schedule, 'interest')),
    effectiveInterestRate: rate,
    effectiveInterestRateWithFee: rate,
    annualPercentageRate: rate,
    loanScheduleDetails: schedule.map(({ number, principal, interest }) => ({
      paymentCycleNumber: String(number),
      appliedFinancedAmount: decimal(principal),
      appliedInterestAmount: decimal(interest),
      appliedCreditUsageFeeAmount: 0,
    })),
  }
}

/** Describes what other terms would cost. */
function topUpFields(principal: number, rate: number): readonly object[] {
  return tenors.map((tenor) => {
    const [first] = scheduleOf({ principal, tenor, rate, bookedOn: '2026-01-01' })
    return { tenor: `${tenor}_MONTHS`, interestRate: rate, installmentAmount: decimal(first?.amount ?? 0) }
  })
}
