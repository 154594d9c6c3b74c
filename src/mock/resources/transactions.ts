import { type Handler, json } from '../answer.ts'
import { dayOf } from '../bank/days.ts'
import { accountOfPath } from './account-lookup.ts'
import type { Desk } from './desk.ts'
import { cutPage, readPage } from './page.ts'
import { refuse } from './refusal.ts'
import { movementFields } from './transaction-fields.ts'
import { applyFilter, readFilter } from './transaction-filter.ts'

/** Lists the transactions of an account page by page, the latest first. */
export function listTransactions(desk: Desk): Handler {
  return (call) => {
    const account = accountOfPath(desk, call)
    if ('status' in account) return refuse(call, account)
    const filter = readFilter(call.query, call)
    if ('status' in filter) return refuse(call, filter)
    const request = readPage(call)
    if ('status' in request) return refuse(call, request)
    const all = desk.bank.transactionsOf(account, dayOf(call.now))
    const { items, nextStartIndex } = cutPage(applyFilter(all, filter, call), request, call)
    return json(200, desk.write(call.operation, { ...movementFields(account, items), nextStartIndex }))
  }
}
