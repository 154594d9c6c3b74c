import type { Answer, Handler, ResourceCall } from '../../answer.ts'
import type { Account } from '../../bank/accounts.ts'
import { dayOf } from '../../bank/days.ts'
import type { Loan } from '../../bank/loans.ts'
import { canLend, isTenor, rangeOf } from '../../bank/loan-terms.ts'
import { minorUnitsOf } from '../../bank/money.ts'
import { accountOfPath, ownAccounts } from '../account-lookup.ts'
import type { Desk } from '../desk.ts'
import { invalid, notFound, refuse, type Refusal } from '../refusal.ts'

/** The refusal of an account that lends nothing. */
export const notEligible: Refusal = { status: 422, code: 'accountNotEligible' }

/** The refusal of what a rule of the business does not allow. */
export const notAllowed: Refusal = { status: 422, code: 'businessValidationsFailed' }

/** An amount in minor units and the months to pay it back. */
export interface Wish {
  readonly principal: number
  readonly tenor: number
}

/** Lists the accounts of the customer that lend. */
export function lendingAccounts(desk: Desk, call: ResourceCall): readonly Account[] {
  return ownAccounts(desk, call).filter(canLend)
}

/** Serves calls whose path names an account that lends. */
export function forLending(desk: Desk, serve: (call: ResourceCall, account: Account) => Answer): Handler {
  return (call) => {
    const account = lendingAccount(desk, call)
    return 'status' in account ? refuse(call, account) : serve(call, account)
  }
}

function lendingAccount(desk: Desk, call: ResourceCall): Account | Refusal {
  const account = accountOfPath(desk, call)
  if ('status' in account) return account
  return canLend(account) || !call.behaviour.enforces('loan.eligible') ? account : notEligible
}

/** Reads what somebody wants to borrow: whole minor units, inside the range of the account, over whole months. */
export function readWish(
  desk: Desk,
  call: ResourceCall,
  { account, amount, tenor }: { readonly account: Account; readonly amount: number; readonly tenor: number },
): Wish | Refusal {
  const principal = minorUnitsOf(amount)
  if (principal === undefined) return invalid('loanAmount')
  if (!isTenor(tenor)) return invalid('tenor')
  const { least } = rangeOf(account)
  const most = desk.bank.loans.availableOn(account, dayOf(call.now))
  const isInRange = principal >= least && principal <= most
  return isInRange || !call.behaviour.enforces('loan.range') ? { principal, tenor } : notAllowed
}

/** Finds a loan of the customer; one of somebody else is as good as missing. */
export function findLoan(desk: Desk, call: ResourceCall, id: string): Loan | Refusal {
  const { behaviour, market, now, username } = call
  const today = dayOf(now)
  const loan = desk.bank.findLoan(market, id, today)
  const own = lendingAccounts(desk, call)
  if (loan === undefined) {
    const [first] = behaviour.enforces('object.exists')
      ? []
      : own.flatMap((each) => desk.bank.loans.loansOf(each, today))
    return first ?? notFound
  }
  const holder = desk.bank.findAccount(market, loan.accountId)
  if (holder?.username === username || !behaviour.enforces('object.owner')) return loan
  return behaviour.enforces('object.indistinct') ? notFound : { status: 403, code: 'accessNotConfigured' }
}
