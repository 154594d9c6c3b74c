import { type Handler, json } from '../../answer.ts'
import { decimal, minorUnitsOf, share } from '../../bank/money.ts'
import { isTenor, tenors } from '../../bank/loan-terms.ts'
import { dayOf } from '../../bank/days.ts'
import type { Desk } from '../desk.ts'
import { invalid, refuse } from '../refusal.ts'
import { planFields } from './fields.ts'
import { forLending, readWish } from './lending.ts'

/** Lists the plans for an amount, or the plan of one term. */
export function listLoanPlans(desk: Desk): Handler {
  return forLending(desk, (call, account) => {
    const { tenor } = call.query
    const wish = readWish(desk, call, {
      account,
      amount: Number(call.params['loanAmount']),
      tenor: Number(tenor ?? tenors[0]),
    })
    if ('status' in wish) return refuse(call, wish)
    const loanBookingPlans = planFields(account, wish.principal, tenor === undefined ? undefined : wish.tenor)
    return json(200, desk.write(call.operation, { loanBookingPlans }))
  })
}

interface Income {
  readonly monthlyIncome: number
  readonly totalMonthlySecuredLoanRepaymentAmount?: number
  readonly totalMonthlyUnsecuredLoanRepaymentAmount?: number
}

/** Half of what is left of the income pays instalments; what the account lends is the limit. */
export function checkCredit(desk: Desk): Handler {
  return forLending(desk, (call, account) => {
    const free = freeIncome(call.body as Income)
    if (free === undefined) return refuse(call, invalid('monthlyIncome'))
    const most = desk.bank.loans.availableOn(account, dayOf(call.now))
    const creditCheck = tenors.filter(isTenor).map((tenor) => ({
      ...planFields(account, most, tenor)[0],
      maximumEligibleLoanAmount: decimal(Math.min(most, share(free, 5_000) * tenor)),
    }))
    return json(200, desk.write(call.operation, { creditCheck }))
  })
}

/** Undefined when the income is no amount. */
function freeIncome(income: Income): number | undefined {
  const earned = minorUnitsOf(income.monthlyIncome)
  const paid = [
    income.totalMonthlySecuredLoanRepaymentAmount,
    income.totalMonthlyUnsecuredLoanRepaymentAmount,
  ]
  const repaid = paid.reduce<number>((sum, amount) => sum + (minorUnitsOf(amount ?? 0) ?? 0), 0)
  return earned === undefined ? undefined : Math.max(0, earned - repaid)
}
