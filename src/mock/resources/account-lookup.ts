import type { ResourceCall } from '../answer.ts'
import type { Account } from '../bank/accounts.ts'
import type { Desk } from './desk.ts'

/** Lists the accounts of the customer who consented, in the market of the token. */
export function ownAccounts({ bank }: Desk, call: ResourceCall): readonly Account[] {
  return bank.accountsOf(call.market, call.username ?? '')
}

/**
 * Finds the account of an id among those of the customer. One of another customer is as good as missing, and
 * the caller learns no difference.
 */
export function findAccount(desk: Desk, call: ResourceCall, id: string): Account | undefined {
  const account = desk.bank.findAccount(call.market, id)
  if (account === undefined)
    return call.behaviour.enforces('object.exists') ? undefined : ownAccounts(desk, call)[0]
  if (account.username !== call.username && call.behaviour.enforces('object.owner')) return undefined
  return account
}

/** Finds the account that the path names. */
export function accountOfPath(desk: Desk, call: ResourceCall): Account | undefined {
  return findAccount(desk, call, call.params['accountId'] ?? '')
}
