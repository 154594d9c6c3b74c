import { Decimal } from 'decimal.js'
import type { Reply } from '../http/client.ts'
import { listedAccounts } from './accounts.ts'
import type { Caller } from './caller.ts'
import { at } from './inside.ts'
import { notObserved, positiveControl } from './not-observed.ts'
import { operationOf } from './operations.ts'
import { pagesOf } from './paging.ts'

/** What the Accounts API shows of an account. */
export interface AccountShown {
  readonly reply: Reply
  readonly accountId: string
  readonly balance: Decimal
}

/** Reads an account by its masked number; the test is unclear when the list does not hold it. */
export async function accountShown(caller: Caller, number: unknown): Promise<AccountShown> {
  for await (const reply of pagesOf(caller, operationOf('listAccounts'))) {
    const account = listedAccounts(reply.json).find((listed) => listed.number === number)
    if (account?.balance !== undefined)
      return { reply, accountId: account.accountId, balance: new Decimal(account.balance) }
  }
  return notObserved(`the accounts hold none with the number ${String(number)}`)
}

/** Watches an account: how much less, or more when negative, it holds than at the beginning. */
export async function watchBalance(
  caller: Caller,
  number: unknown,
): Promise<() => Promise<{ readonly reply: Reply; readonly less: Decimal }>> {
  const before = await accountShown(caller, number)
  return async () => {
    const { reply, balance } = await accountShown(caller, number)
    return { reply, less: before.balance.minus(balance) }
  }
}

/** Lists the latest transactions of an account. */
export async function latestTransactions(
  caller: Caller,
  number: unknown,
): Promise<{ readonly reply: Reply; readonly items: readonly unknown[] }> {
  const { accountId } = await accountShown(caller, number)
  const parameters = { accountId, requestSize: '50' }
  const reply = positiveControl(await caller.call(operationOf('listTransactions'), { parameters }))
  return { reply, items: (at(reply.json, 'transactions') as unknown[] | undefined) ?? [] }
}

/** Writes an amount in whole minor units, for comparisons in which noise behind them is not the question. */
export function cents(amount: Decimal): string {
  return amount.toFixed(2)
}
