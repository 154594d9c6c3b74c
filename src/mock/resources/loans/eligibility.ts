import { type Handler, json, type ResourceCall } from '../../answer.ts'
import type { Account } from '../../bank/accounts.ts'
import { dayOf } from '../../bank/days.ts'
import { rangeOf } from '../../bank/loan-terms.ts'
import { decimal } from '../../bank/money.ts'
import type { Desk } from '../desk.ts'
import { invalid, refuse } from '../refusal.ts'
import { planFields } from './fields.ts'
import { lendingAccounts, notEligible } from './lending.ts'

const groups = ['CREDIT_CARD', 'READY_CREDIT']

/** Lists the accounts that can take a loan; a customer without any gets an empty list. */
export function listLoanEligibility(desk: Desk): Handler {
  return (call) => {
    const accounts = accountsOfGroup(desk, call, 'lopSupportedAccountGroup')
    if (accounts === undefined) return refuse(call, invalid('lopSupportedAccountGroup'))
    return json(
      200,
      desk.write(call.operation, {
        loanEligibilityDetails: accounts.map((account) => eligibilityFields(desk, call, account)),
      }),
    )
  }
}

/** Lists the accounts that can take a balance transfer, with their plans. */
export function listBalanceTransferEligibility(desk: Desk): Handler {
  return (call) => {
    const accounts = accountsOfGroup(desk, call, 'btSupportedAccountGroup')
    if (accounts === undefined) return refuse(call, invalid('btSupportedAccountGroup'))
    if (accounts.length === 0) return refuse(call, notEligible)
    const balanceTransferEligibilityDetails = accounts.map((account) => ({
      ...eligibilityFields(desk, call, account),
      btDisbursementOptions: [{ btDisbursementOption: 'LOAN_PAYMENT' }],
      paymentPans: planFields(account, rangeOf(account).most),
    }))
    return json(200, desk.write(call.operation, { balanceTransferEligibilityDetails }))
  }
}

/** Undefined when the group is none of the bank's. */
function accountsOfGroup(desk: Desk, call: ResourceCall, name: string): readonly Account[] | undefined {
  const group = call.query[name]
  if (group === undefined) return lendingAccounts(desk, call)
  if (!groups.includes(group) && call.behaviour.enforces('parameter.valid')) return undefined
  return lendingAccounts(desk, call).filter(({ product }) => product.group === group)
}

function eligibilityFields({ bank }: Desk, { now }: ResourceCall, account: Account): object {
  return {
    accountId: account.id,
    displayAccountNumber: account.displayNumber,
    lopSupportedAccountGroup: account.product.group,
    btSupportedAccountGroup: account.product.group,
    maximumEligibleLoanAmount: decimal(bank.loans.availableOn(account, dayOf(now))),
    minimumEligibleLoanAmount: decimal(rangeOf(account).least),
  }
}
