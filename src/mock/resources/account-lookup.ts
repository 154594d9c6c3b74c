import type { ResourceCall } from '../answer.ts'
import type { Account } from '../bank/accounts.ts'
import type { Desk } from './desk.ts'
import { notFound, type Refusal } from './refusal.ts'

/** Lists the accounts of the customer who consented, in the market of the token. */
export function ownAccounts({ bank }: Desk, call: ResourceCall): readonly Account[] {
  return bank.accountsOf(call.market, call.username ?? '')
}

/**
 * Finds the account of an id among those of the customer. One of another customer is as good as missing, and
 * the caller learns no difference.
 */
export function findAccount(desk: Desk, call: ResourceCall, id: string): Account | Refusal {
  const { behaviour, market, username } = call
  const account = desk.bank.findAccount(market, id)
  if (account === undefined) {
    const [first] = behaviour.enforces('object.exists') ? [] : ownAccounts(desk, call)
    return first ?? notFound
  }
  if (account.username === username || !behaviour.enforces('object.owner')) return account
  return behaviour.enforces('object.indistinct') ? notFound : { status: 403, code: 'accessNotConfigured' }
}

/** Finds the account that the path names. */
export function accountOfPath(desk: Desk, call: ResourceCall): Account | Refusal {
  return findAccount(desk, call, call.params['accountId'] ?? '')
}
