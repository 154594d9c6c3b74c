import type { Answer, Handler, ResourceCall } from '../../answer.ts'
import type { Account } from '../../bank/accounts.ts'
import { dayOf } from '../../bank/days.ts'
import { decimal } from '../../bank/money.ts'
import type { Desk } from '../desk.ts'
import { invalid, refuse } from '../refusal.ts'
import { bookOrAsk, confirm } from './booking.ts'
import { type Disbursement, leavesCustomer, payOutOf, wrongDisbursement } from './disbursement.ts'
import { forLending, readWish } from './lending.ts'

interface LoanRequest extends Disbursement {
  readonly loanAmount: number
  readonly tenor: number
}

/** Books a loan; money that leaves the customer's accounts waits for a one-time password. */
export function bookLoan(desk: Desk): Handler {
  return forLending(desk, (call, account) => book(desk, call, { account, purpose: 'confirmLoanBooking' }))
}

/** Where a loan is booked, and which call goes on with its control flow. */
export interface LoanPlace {
  readonly account: Account
  readonly purpose: string
}

/** Judges the booking of a loan and books it, or asks for the password first. */
export function book(desk: Desk, call: ResourceCall, { account, purpose }: LoanPlace): Answer {
  const request = call.body as LoanRequest
  const wish = readWish(desk, call, { account, amount: request.loanAmount, tenor: request.tenor })
  if ('status' in wish) return refuse(call, wish)
  const wrong = wrongDisbursement(desk, call, request)
  if (wrong !== undefined) return refuse(call, invalid(wrong))
  return bookOrAsk(desk, call, {
    booking: {
      account,
      order: { kind: 'LOAN_ON_PHONE', ...wish },
      ...payOutOf(request, wish.principal),
      isRisky: leavesCustomer(request),
      purpose,
    },
    show: ({ id }) => ({
      loanReferenceId: id,
      availableCredit: decimal(desk.bank.loans.availableOn(account, dayOf(call.now))),
    }),
  })
}

/** Books the loan or the balance transfer that a control flow holds. */
export function confirmLoanBooking(desk: Desk): Handler {
  return (call) => confirm(desk, call, ({ id }) => ({ loanReferenceId: id }))
}
