import { type Answer, type Handler, json, type ResourceCall } from '../answer.ts'
import type { Account } from '../bank/accounts.ts'
import { addDays, addMonths, dayOf } from '../bank/days.ts'
import type { Transaction } from '../bank/transactions.ts'
import { accountOfPath } from './account-lookup.ts'
import type { Desk } from './desk.ts'
import { notFound, type Refusal, refuse } from './refusal.ts'
import { applyFilter, isOrdered } from './transaction-filter.ts'
import { usPlaceOf, withoutLists } from './us-places.ts'
import { usTransactionFields } from './us-transaction-fields.ts'

/** Months that a range may reach back. */
const longestMonths = 24

/** Days after which a purchase stands on a bill. */
const billedAfter = 30

/** Lists the transactions of a range; a range without any has no body. */
export function listUsTransactions(desk: Desk): Handler {
  return (call) => {
    const account = accountOfPath(desk, call)
    if ('status' in account) return refuse(call, account)
    if (usPlaceOf(account.product.kind) === undefined) return refuse(call, notFound)
    const today = dayOf(call.now)
    const { transactionFromDate: from = addMonths(today, -1), transactionToDate: to = today } = call.query
    const refusal = findMistake(call, from, to)
    if (refusal !== undefined) return refuse(call, refusal)
    const filter = { from, to, least: undefined, most: undefined, booked: undefined }
    const all = desk.bank.transactionsOf(account, today)
    return show(desk, call, { account, transactions: applyFilter(all, filter, call) })
  }
}

/** Judges the range; that both are days that exist is judged by the gateway. */
function findMistake(call: ResourceCall, from: string, to: string): Refusal | undefined {
  const today = dayOf(call.now)
  if (!isOrdered(from, to) && call.behaviour.enforces('date.order'))
    return badRange('transactionFromToDateComboInvalid', 'transactionFromDate')
  if (from < addMonths(today, -longestMonths))
    return badRange('tranxFromDate2YrsPriorToCurrDate', 'transactionFromDate')
  if (to > today) return badRange('tranxToDateAfterCurrDate', 'transactionToDate')
  return undefined
}

function badRange(code: string, location: string): Refusal {
  return { status: 400, code, location }
}

interface Found {
  readonly account: Account
  readonly transactions: readonly Transaction[]
}

function show(desk: Desk, call: ResourceCall, { account, transactions }: Found): Answer {
  const list = usPlaceOf(account.product.kind)?.transactions
  if (list === undefined || transactions.length === 0) return { status: 204, headers: {}, body: undefined }
  const context = {
    account,
    profile: desk.bank.profileOf(call.market, account.username),
    unbilledSince: addDays(dayOf(call.now), -billedAfter),
  }
  const shown = transactions.map((each) => usTransactionFields(context, each))
  return json(200, desk.write(call.operation, { ...withoutLists('transactions'), [list]: shown }))
}
