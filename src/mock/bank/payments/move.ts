import type { Behaviour } from '../../behaviour.ts'
import type { Account } from '../accounts.ts'
import { dayOf } from '../days.ts'
import type { Ledger, Posting } from './ledger.ts'
import type { Order, Quote } from './order.ts'

/** A payment that is due. */
export interface Due {
  readonly order: Order
  readonly quote: Quote
  readonly reference: string
  readonly source: Account
  readonly moment: Date
}

/** Moves the money of a payment: out of the source, the fee besides, and in where the sandbox keeps the taker. */
export function move(ledger: Ledger, due: Due, behaviour: Behaviour): void {
  const { order, quote, reference, source, moment } = due
  const { taker } = order
  const day = dayOf(moment)
  const out = { accountId: source.id, direction: 'DEBIT', day, shows: shownIn(behaviour) } as const
  const postings: Posting[] = [
    {
      ...out,
      amount: kept(quote.debit, behaviour),
      reference,
      name: taker.name,
      text: textOf(order, 'TO', taker.name),
    },
  ]
  if (quote.fee > 0 && behaviour.enforces('transfer.fee'))
    postings.push({
      ...out,
      amount: quote.fee,
      reference: `${reference}F`,
      name: 'Citibank',
      text: 'TRANSFER FEE',
    })
  if (taker.accountId !== undefined && behaviour.enforces('transfer.arrival'))
    postings.push({
      accountId: taker.accountId,
      direction: 'CREDIT',
      amount: quote.credit,
      reference,
      name: source.displayNumber,
      text: textOf(order, 'FROM', source.displayNumber),
      day,
    })
  ledger.post(postings)
}

function textOf({ remarks }: Order, direction: 'TO' | 'FROM', who: string): string {
  return `TRANSFER ${direction} ${who} ${remarks}`.trim().toUpperCase()
}

function shownIn(behaviour: Behaviour): Posting['shows'] {
  if (!behaviour.enforces('transfer.books')) return 'transactions'
  return behaviour.enforces('transfer.listed') ? undefined : 'balance'
}

/** Where amounts are not kept exactly they are kept as single-precision numbers, which drift. */
function kept(minorUnits: number, behaviour: Behaviour): number {
  return behaviour.enforces('transfer.exact') ? minorUnits : Math.fround(minorUnits / 100) * 100
}

/** Tells what can be spent from an account: what is owned and not held, or what is left of a line. */
export function spendable({ product, balance, held, principal }: Account): number {
  return product.classification === 'ASSET' ? balance - held : principal - balance
}
