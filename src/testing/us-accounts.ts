import type { Reply } from '../http/client.ts'
import { headerOf } from '../http/exchange.ts'
import { notObserved } from './not-observed.ts'

/** The calls that list transactions in the words of the United States, with the call that lists their accounts. */
export const usTransactions: ReadonlyMap<string, string> = new Map([
  ['listUsTransactions', 'listUsAccountDetails'],
  ['listPartnerUsTransactions', 'listPartnerUsAccountDetails'],
])

/** Retirement accounts have details, and no transactions of their own. */
const withoutTransactions = 'retirementAccountsDetails'

/** Finds the keys of the accounts that have transactions in a body with account details. */
export function accountsWithTransactions(details: unknown): string[] {
  return keysIn(details, withoutTransactions)
}

/** The year before an answer was given, by the clock of the server. */
export function yearBefore({ exchange }: Reply): Readonly<Record<string, string>> {
  const today = new Date(headerOf(exchange.response.headers, 'date') ?? notObserved('the answer has no Date'))
  const day = today.toISOString().slice(0, 10)
  return {
    transactionFromDate: `${today.getUTCFullYear() - 1}${day.slice(4, 8)}01`,
    transactionToDate: day,
  }
}

/** Finds the keys of accounts in a body that are not the one that was asked for. */
export function strangersIn(body: unknown, asked: string): string[] {
  return keysIn(body).filter((accountId) => accountId !== asked)
}

function keysIn(node: unknown, skipped?: string): string[] {
  if (typeof node !== 'object' || node === null) return []
  const { accountId, ...others } = node as Readonly<Record<string, unknown>>
  const own = typeof accountId === 'string' ? [accountId] : []
  const inner = Object.entries(others).flatMap(([name, value]) =>
    name === skipped ? [] : keysIn(value, skipped),
  )
  return [...own, ...inner]
}
