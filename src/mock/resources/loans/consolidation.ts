import type { Answer, Handler, ResourceCall } from '../../answer.ts'
import { dayOf } from '../../bank/days.ts'
import { type Loan, outstandingOf } from '../../bank/loans.ts'
import { sumOf } from '../../bank/loan-schedule.ts'
import { feeOf, termsOf } from '../../bank/loan-terms.ts'
import { decimal, share } from '../../bank/money.ts'
import type { Desk } from '../desk.ts'
import { refuseOthers } from '../objects.ts'
import { refuse } from '../refusal.ts'
import { bookOrAsk, confirm } from './booking.ts'
import { type Disbursement, leavesCustomer } from './disbursement.ts'
import type { LoanPlace } from './loan-booking.ts'
import { findLoan, lendingAccounts, notEligible, readWish } from './lending.ts'

interface JoinRequest extends Disbursement {
  readonly topUpAmount: number
  readonly oldLoanList?: readonly { readonly loanReferenceId: string }[]
  readonly totalLoanAmount: number
  readonly loanTenureInmonths: number
}

/** Joins running loans of a card into a new one. */
export function consolidateCreditPlans(desk: Desk): Handler {
  return (call) => {
    const [account] = lendingAccounts(desk, call)
    if (account === undefined) return refuse(call, notEligible)
    const purpose = 'confirmCreditPlanConsolidation'
    return refuseOthers(desk, call) ?? join(desk, call, { account, purpose })
  }
}

/** Books the joining that a control flow holds. */
export function confirmCreditPlanConsolidation(desk: Desk): Handler {
  return (call) => confirm(desk, call, (loan) => joinedFields(loan, call))
}

/** The same for the customer of an offer. */
export function join(desk: Desk, call: ResourceCall, { account, purpose }: LoanPlace): Answer {
  const request = call.body as JoinRequest
  const { oldLoanList = [], totalLoanAmount, loanTenureInmonths } = request
  const settles = oldLoanList.map(({ loanReferenceId }) => findLoan(desk, call, loanReferenceId))
  const wrong = settles.find((loan) => 'status' in loan)
  if (wrong !== undefined) return refuse(call, wrong)
  const wish = readWish(desk, call, { account, amount: totalLoanAmount, tenor: loanTenureInmonths })
  if ('status' in wish) return refuse(call, wish)
  return bookOrAsk(desk, call, {
    booking: {
      account,
      order: { kind: 'CONSOLIDATION', ...wish },
      settles: settles.filter((loan) => 'id' in loan),
      isRisky: request.topUpAmount > 0 && leavesCustomer(request),
      purpose,
    },
    show: (loan) => joinedFields(loan, call),
  })
}

/** Describes a new loan to somebody whose old ones it replaced. */
export function joinedFields(loan: Loan, { market, now }: ResourceCall): object {
  const [first] = loan.schedule
  const fee = feeOf(termsOf(loan.tenor, market.currency), loan.principal)
  return {
    newLoanReferenceId: loan.id,
    nextInstallmentAmount: decimal(first?.amount ?? 0),
    nextInstallmentPrincipalAmount: decimal(first?.principal ?? 0),
    interestRate: loan.rate,
    totalInterestAmount: decimal(sumOf(loan.schedule, 'interest')),
    initialFeeAmount: decimal(fee),
    closureInterestAmount: decimal(share(outstandingOf(loan, dayOf(now)), 50)),
    loanBookingFee: decimal(fee),
  }
}
