import { type Handler, json, type ResourceCall } from '../../answer.ts'
import type { Account } from '../../bank/accounts.ts'
import { clearNumberOf } from '../../bank/account-numbers.ts'
import { findAccount } from '../account-lookup.ts'
import type { Desk } from '../desk.ts'
import { refuse, type Refusal } from '../refusal.ts'

/** Shows account numbers without their mask; one foreign account spoils the call. */
export function retrieveClearAccountNumbers(desk: Desk): Handler {
  return (call) => {
    const { accountInfo = [] } = call.body as { accountInfo?: readonly { accountId: string }[] }
    const found = accountInfo.map(({ accountId }) => shownAccount(desk, call, accountId))
    const refused = found.find((account) => 'status' in account)
    if (refused !== undefined && 'status' in refused) return refuse(call, refused)
    const accounts = found
      .filter((account) => 'displayNumber' in account)
      .map((account) => ({
        accountId: account.id,
        unmaskedAccountNumber: clearNumberOf(account),
      }))
    return json(200, desk.write(call.operation, { accounts }))
  }
}

/** A defect can forget whose account it is, here alone. */
function shownAccount(desk: Desk, call: ResourceCall, id: string): Account | Refusal {
  const account = findAccount(desk, call, id)
  if (!('status' in account) || call.behaviour.enforces('clear-data.owner')) return account
  return desk.bank.findAccount(call.market, id) ?? account
}
