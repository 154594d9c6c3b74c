import type { Market } from '../../../markets/types.ts'
import { customers } from '../customers.ts'
import type { Card } from './card.ts'
import { type Holder, openCards } from './open-cards.ts'

/** The cards of the bank, made on first use, and what their holders changed. */
export class CardBook {
  readonly #cards = new Map<string, readonly Card[]>()
  readonly #holderOf: (market: Market, username: string) => Holder

  constructor(holderOf: (market: Market, username: string) => Holder) {
    this.#holderOf = holderOf
  }

  /** Lists the cards of a customer in a market, credit cards first; none for a stranger. */
  of(market: Market, username: string): readonly Card[] {
    const key = `${market.id}/${username}`
    const cards = this.#cards.get(key) ?? openCards(this.#holderOf(market, username))
    this.#cards.set(key, cards)
    return cards
  }

  /** Finds a card of a market, whoever holds it. */
  find(market: Market, id: string): Card | undefined {
    return customers.flatMap(({ username }) => this.of(market, username)).find((card) => card.id === id)
  }

  /** Forgets what holders changed. */
  clear(): void {
    this.#cards.clear()
  }
}
