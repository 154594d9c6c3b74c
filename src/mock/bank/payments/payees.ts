import type { Market } from '../../../markets/types.ts'
import { customers } from '../customers.ts'
import type { OtherBank } from './banks.ts'
import { openPayees, payeeId } from './payee-seeds.ts'
import type { PayeeKind } from './rails.ts'

/** Someone whom a customer can pay. */
export interface Payee {
  readonly id: string
  readonly kind: PayeeKind
  readonly name: string
  readonly nickname: string
  readonly notes: string
  readonly currency: string
  readonly active: boolean
  /** All but the last four digits hidden; that of a card is longer. */
  readonly displayNumber: string
  /** The account at this bank that the money arrives on, where the sandbox keeps it. */
  readonly accountId?: string | undefined
  readonly bank?: OtherBank | undefined
  /** Number of the merchant, and under which number it keeps the customer. */
  readonly bill?: { readonly merchant: string; readonly reference: string } | undefined
  /** Whether taxes are paid to it. */
  readonly isTaxOffice?: boolean
}

/** Whom customers can pay: made on first use, and those whom they added since the last reset. */
export class PayeeBook {
  readonly #payees = new Map<string, readonly Payee[]>()

  /** Lists the payees of a customer in a market. */
  of(market: Market, username: string): readonly Payee[] {
    const key = `${market.id}/${username}`
    const known = this.#payees.get(key) ?? openPayees(market, username)
    this.#payees.set(key, known)
    return known
  }

  /** Finds a payee of a market, whoever knows it. */
  find(market: Market, id: string): Payee | undefined {
    return customers.flatMap(({ username }) => this.of(market, username)).find((payee) => payee.id === id)
  }

  /** Keeps a new payee; one of the same number and kind is kept once. */
  add(market: Market, username: string, payee: Omit<Payee, 'id'>): void {
    const known = this.of(market, username)
    const isKnown = known.some(
      ({ kind, name, displayNumber }) =>
        kind === payee.kind && name === payee.name && displayNumber === payee.displayNumber,
    )
    if (isKnown) return
    const id = payeeId(`${market.id}/${username}/${known.length}`)
    this.#payees.set(`${market.id}/${username}`, [...known, { ...payee, id }])
  }

  /** Forgets whom customers added. */
  clear(): void {
    this.#payees.clear()
  }
}
