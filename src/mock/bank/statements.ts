import type { Account } from './accounts.ts'
import { addDays, addMonths } from './days.ts'
import { opaqueId } from './seeded.ts'
import { effectOf, type Transaction } from './transactions.ts'

/** One month of an account; amounts in minor units. */
export interface Statement {
  readonly id: string
  readonly closedOn: string
  readonly opening: number
  readonly closing: number
  readonly credits: number
  readonly debits: number
  /** The booked movements of the month, the newest first. */
  readonly transactions: readonly Transaction[]
}

/** Statements that the bank keeps at hand; the history of an account covers each of them whole. */
export const statementCount = 4

/** Lists the statements of an account, the newest first; each closes on the last day of a month. */
export function listStatements(
  account: Account,
  history: readonly Transaction[],
  today: string,
): readonly Statement[] {
  const thisMonth = `${today.slice(0, 8)}01`
  return Array.from({ length: statementCount }, (_, index) => {
    const closedOn = addDays(addMonths(thisMonth, -index), -1)
    return makeStatement(account, history, closedOn)
  })
}

function makeStatement(account: Account, history: readonly Transaction[], closedOn: string): Statement {
  const month = closedOn.slice(0, 7)
  const later = history.filter(({ madeOn }) => madeOn > closedOn)
  const transactions = history.filter(({ madeOn }) => madeOn.startsWith(month))
  const closing = account.balance - changeBy(account, later)
  const total = (direction: Transaction['direction']) =>
    transactions.reduce((sum, each) => sum + (each.direction === direction ? each.amount : 0), 0)
  return {
    id: opaqueId(`${account.id}/${month}`, 32),
    closedOn,
    opening: closing - changeBy(account, transactions),
    closing,
    credits: total('CREDIT'),
    debits: total('DEBIT'),
    transactions,
  }
}

function changeBy(account: Account, transactions: readonly Transaction[]): number {
  return transactions.reduce((sum, transaction) => sum + effectOf(account, transaction), 0)
}
