import { Decimal } from 'decimal.js'
import type { Operation } from '../contract/types.ts'
import type { Caller } from './caller.ts'
import { type ListedAccount, listedAccounts } from './accounts.ts'
import { notObserved, positiveControl } from './not-observed.ts'
import { operationOf } from './operations.ts'
import { pagesOf } from './paging.ts'

/** Reads the first account of the customer that shows a currency and a balance. */
export async function firstAccount(caller: Caller): Promise<ListedAccount> {
  const { json } = positiveControl(await caller.call(operationOf('listAccounts')))
  const found = listedAccounts(json).find(({ balance }) => balance !== undefined)
  return found ?? notObserved('the customer has no account with a balance')
}

/** Reads every account of a list, from all its pages. */
export async function everyListedAccount(
  caller: Caller,
  operation: Operation = operationOf('listAccounts'),
): Promise<readonly ListedAccount[]> {
  const accounts: ListedAccount[] = []
  for await (const { json } of pagesOf(caller, operation)) accounts.push(...listedAccounts(json))
  return accounts
}

/** Reads the key of every account of the customer. */
export async function everyAccount(caller: Caller): Promise<readonly string[]> {
  const accounts = await everyListedAccount(caller)
  return accounts.flatMap(({ accountId }) => (accountId === '' ? [] : accountId))
}

/** Reads the balance of an account, as a decimal so that no cent gets lost. */
export async function balanceOf(caller: Caller, accountId: string): Promise<Decimal> {
  const operation = operationOf('getAccount')
  const { json } = positiveControl(await caller.call(operation, { parameters: { accountId } }))
  const [account] = listedAccounts(json)
  return new Decimal(account?.balance ?? notObserved('the account shows no balance'))
}
