import type { Statement } from '../../bank/statements.ts'
import { addDays, dayOf } from '../../bank/days.ts'
import type { Transaction } from '../../bank/transactions.ts'
import type { AtCard } from './card-lookup.ts'

/** The least and the most that a statement may be split for, in minor units. */
export interface Bounds {
  readonly least: number
  readonly most: number
}

const least = 5_000

/** Days after which a purchase can no longer be split. */
const openDays = 90

/** Lists the purchases of a card that may still be split: booked ones, or those that are still pending. */
export function openPurchases({ desk, call, card }: AtCard, kind: string): readonly Transaction[] {
  const today = dayOf(call.now)
  const account = desk.bank.findAccount(call.market, card.account.id) ?? card.account
  const isPending = kind === 'PENDING_TRANSACTION'
  return desk.bank
    .transactionsOf(account, today)
    .filter(({ direction, madeOn }) => direction === 'DEBIT' && madeOn > addDays(today, -openDays))
    .filter(({ id, postedOn }) => (postedOn === undefined) === isPending && !card.inInstalments.has(id))
}

/** The statement of a card that closed last. */
export function lastStatement({ desk, call, card }: AtCard): Statement | undefined {
  const account = desk.bank.findAccount(call.market, card.account.id) ?? card.account
  return desk.bank.statementsOf(account, dayOf(call.now))[0]
}

/** What of the last statement may still be paid in instalments. */
export function boundsOf(at: AtCard): Bounds {
  const statement = lastStatement(at)
  const booked = at.card.statementBooked.get(statement?.id ?? '') ?? 0
  return { least, most: Math.max((statement?.closing ?? 0) - booked, 0) }
}

/** The code that the merchant got for a purchase: six digits. */
export function authorizationCodeOf({ id }: Pick<Transaction, 'id'>): string {
  return String(Number.parseInt(id.slice(0, 8), 16) % 1_000_000).padStart(6, '0')
}
