import { type Handler, json, type ResourceCall } from '../../answer.ts'
import type { Account } from '../../bank/accounts.ts'
import { dayOf } from '../../bank/days.ts'
import { outstandingOf } from '../../bank/loans.ts'
import { decimal, share } from '../../bank/money.ts'
import { opaqueId } from '../../bank/seeded.ts'
import { accountOfPath, findAccount } from '../account-lookup.ts'
import type { Desk } from '../desk.ts'
import { invalid, refuse } from '../refusal.ts'

/** Shows what is open on a card or ready credit line; on other accounts nothing is. */
export function getClosureBalances(desk: Desk): Handler {
  return (call) => {
    const account = accountOfPath(desk, call)
    if ('status' in account) return refuse(call, account)
    const { kind } = account.product
    const open = openFields(desk, call, account)
    const state = {
      creditCardAccountBalanceSummary: kind === 'creditCard' ? open : undefined,
      readyCreditAccountBalanceSummary: kind === 'readyCredit' ? open : undefined,
    }
    return json(200, desk.write(call.operation, state))
  }
}

/** What is owed, the interest since the last statement, and the loans that run on the account. */
function openFields({ bank }: Desk, { now, behaviour }: ResourceCall, account: Account): object {
  const today = dayOf(now)
  const interest = share(account.balance, 45)
  const loans = bank.loans
    .runningOf(account, today)
    .reduce((sum, loan) => sum + outstandingOf(loan, today), 0)
  const counted = behaviour.enforces('closure.loans') ? loans : 0
  return {
    totalDisputedTransactionAmount: 0,
    currentOutstandingAmount: decimal(account.balance),
    currentAccruedInterest: decimal(interest),
    paymentDueAmount: decimal(account.balance + interest + counted),
    partialResponseInformation: [],
  }
}

interface ClosureRequest {
  readonly accountId: string
  readonly consentGivenFlag: boolean
}

/** Takes the request to close an account; the account stays as it is until the bank has settled it. */
export function closeAccount(desk: Desk): Handler {
  return (call) => {
    const { accountId, consentGivenFlag } = call.body as ClosureRequest
    const account = findAccount(desk, call, accountId)
    if ('status' in account) return refuse(call, account)
    if (!consentGivenFlag && call.behaviour.enforces('closure.consent'))
      return refuse(call, invalid('consentGivenFlag'))
    const accountClosureReferenceId = String(Number.parseInt(opaqueId(`${account.id}/closure`, 10), 16))
    return json(200, desk.write(call.operation, { accountClosureReferenceId }))
  }
}
