import { type Handler, json } from '../answer.ts'
import { dayOf } from '../bank/days.ts'
import { accountFields } from './account-fields.ts'
import { onlyProduct } from './account-list.ts'
import { accountOfPath } from './account-lookup.ts'
import type { Desk } from './desk.ts'
import { refuse } from './refusal.ts'

/** Shows one account under the name of its product. */
export function getAccount(desk: Desk): Handler {
  return (call) => {
    const account = accountOfPath(desk, call)
    if ('status' in account) return refuse(call, account)
    const fields = accountFields(desk, account, dayOf(call.now))
    return json(200, desk.write(call.operation, onlyProduct(account, 'Account', fields)))
  }
}
