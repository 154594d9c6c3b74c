import type { Caller } from './caller.ts'
import { type ListedAccount, listedAccounts } from './accounts.ts'
import { notObserved, positiveControl } from './not-observed.ts'
import { operationOf } from './operations.ts'

/** Reads the first account of the customer that shows a currency and a balance. */
export async function firstAccount(caller: Caller): Promise<ListedAccount> {
  const { json } = positiveControl(await caller.call(operationOf('listAccounts')))
  const found = listedAccounts(json).find(({ balance }) => balance !== undefined)
  return found ?? notObserved('the customer has no account with a balance')
}

/** Reads the key of every account of the customer. */
export async function everyAccount(caller: Caller): Promise<readonly string[]> {
  const { json } = positiveControl(await caller.call(operationOf('listAccounts')))
  return listedAccounts(json).flatMap(({ accountId }) => (accountId === '' ? [] : accountId))
}
