import { addMonths } from '../../bank/days.ts'

/** A loan to plan: amounts are minor units. */
export interface LoanToPlan {
  readonly principal: number
  readonly months: number
  /** Day of the schedule; the first payment is due a month later. */
  readonly from: string
}

/** One payment, in minor units. */
export interface Payment {
  readonly number: number
  readonly dueOn: string
  readonly interest: number
  readonly principal: number
  /** What is owed after it. */
  readonly left: number
}

/** A loan with its payments: their parts add up to the totals, to the cent. */
export interface RepaymentPlan extends LoanToPlan {
  readonly yearlyPercent: number
  readonly installment: number
  readonly interest: number
  readonly payments: readonly Payment[]
}

const yearlyPercent = 8.9

/** Plans equal payments; the last one takes up what rounding left. */
export function planRepayment(loan: LoanToPlan): RepaymentPlan {
  const rate = yearlyPercent / 1_200
  const installment = Math.round((loan.principal * rate) / (1 - (1 + rate) ** -loan.months))
  const payments: Payment[] = []
  for (let number = 1, left = loan.principal; number <= loan.months; number++) {
    const interest = Math.round(left * rate)
    const principal = number === loan.months ? left : installment - interest
    left -= principal
    payments.push({ number, dueOn: addMonths(loan.from, number), interest, principal, left })
  }
  const interest = payments.reduce((sum, payment) => sum + payment.interest, 0)
  return { ...loan, yearlyPercent, installment, interest, payments }
}
