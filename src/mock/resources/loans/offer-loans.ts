import { type Handler, json } from '../../answer.ts'
import { addDays, addMonths, dayOf } from '../../bank/days.ts'
import { isPaid, type Loan, outstandingOf } from '../../bank/loans.ts'
import { sumOf } from '../../bank/loan-schedule.ts'
import { decimal } from '../../bank/money.ts'
import type { Desk } from '../desk.ts'
import { forOffer } from './offers.ts'

/** Instalments are paid on this day of their month, counted from its first. */
const dueDay = 4

/** Lists the running loans of the customer of an offer. */
export function listOfferLoans(desk: Desk): Handler {
  return forOffer(desk, (call, account) => {
    const today = dayOf(call.now)
    const running = desk.bank.loans.runningOf(account, today)
    const isListed = call.behaviour.enforces('loan.offer-listed')
    const loans = running.filter(({ bookedOn }) => bookedOn < today || isListed)
    const loanAccount = loans.map((loan) => ({
      displayAccountNumber: account.displayNumber,
      currencyCode: account.currency,
      ...amountFields(loan, today),
      ...dateFields(loan, today),
    }))
    return json(200, desk.write(call.operation, { loanAccount }))
  })
}

function amountFields(loan: Loan, today: string): object {
  const { principal, schedule, rate } = loan
  const owed = outstandingOf(loan, today)
  const paid = schedule.filter((instalment) => isPaid(instalment, today))
  return {
    originalPrincipalAmount: decimal(principal),
    currentPrincipalAmount: decimal(owed),
    outstandingBalance: decimal(owed),
    paidPrincipalAmount: decimal(principal - owed),
    interestAmount: decimal(sumOf(paid, 'interest')),
    interestRate: rate,
    effectiveInterestRate: rate,
    installmentAmount: decimal(schedule[0]?.amount ?? 0),
    nextPaymentAmount: decimal(schedule[paid.length]?.amount ?? 0),
    lastPaymentAmount: paid.length === 0 ? undefined : decimal(paid.at(-1)?.amount ?? 0),
    remainingTermNumber: schedule.length - paid.length,
  }
}

function dateFields({ schedule, bookedOn, tenor }: Loan, today: string): object {
  const paid = schedule.filter((instalment) => isPaid(instalment, today))
  const first = schedule[0]?.dueIn ?? today
  return {
    openingDate: bookedOn,
    nextPaymentDate: addDays(addMonths(first, paid.length), dueDay),
    lastPaymentDate: paid.length === 0 ? undefined : addDays(addMonths(first, paid.length - 1), dueDay),
    maturityDate: addDays(addMonths(first, tenor - 1), dueDay),
  }
}
