import { type Handler, json } from '../../answer.ts'
import type { Account } from '../../bank/accounts.ts'
import { dayOf } from '../../bank/days.ts'
import type { Transaction } from '../../bank/transactions.ts'
import { accountOfPath } from '../account-lookup.ts'
import type { Desk } from '../desk.ts'
import { notFound, refuse } from '../refusal.ts'
import { transactionFields } from '../transaction-fields.ts'

/** Shows one transaction with all that is known of it. */
export function getTransactionDetails(desk: Desk): Handler {
  return (call) => {
    const account = accountOfPath(desk, call)
    if ('status' in account) return refuse(call, account)
    const all = desk.bank.transactionsOf(account, dayOf(call.now))
    const wanted = all.find(({ id }) => id === call.params['transactionReferenceId'])
    const shown = wanted ?? (call.behaviour.enforces('object.exists') ? undefined : all[0])
    if (shown === undefined) return refuse(call, notFound)
    const { firstName, lastName } = desk.bank.profileOf(call.market, account.username)
    const fullName = `${firstName} ${lastName}`
    const fields = detailFields(account, shown)
    return json(200, desk.write(call.operation, { ...fields, customerName: { fullName } }))
  }
}

/** Only what came back tells of the payment that it reverses. */
const withoutOriginal = {
  originalDebtorName: undefined,
  originalDebitAccountDetails: undefined,
  originalTransactionDetails: undefined,
  transactionReversalDescription: undefined,
}

function detailFields(account: Account, transaction: Transaction): object {
  return {
    ...transactionFields(account, transaction),
    displaySourceAccountNumber: account.displayNumber,
    transactionCurrencyCode: account.currency,
    ...(transaction.direction === 'CREDIT' ? {} : withoutOriginal),
  }
}
