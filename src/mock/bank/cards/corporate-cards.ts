import type { Market } from '../../../markets/types.ts'
import { localAmount } from '../currencies.ts'
import { seeded } from '../seeded.ts'

/** Cash limits of a corporate card, in units of the currency. */
export interface CashLimits {
  readonly daily: number
  readonly weekly: number
  readonly monthly: number
  readonly single: number
}

/** A card of a company; amounts in minor units but for cash. */
export interface CorporateCard {
  readonly balance: number
  creditLimit: number
  status: string
  cashAllowed: boolean
  cash: CashLimits
  /** The day on which the card ends; undefined while nobody ordered it. */
  closesOn: string | undefined
}

/** Whose corporate card is meant: an officer's, by the token that stands for its number. */
export interface CorporateKey {
  readonly market: Market
  readonly username: string
  readonly token: string
}

/** The corporate cards of the bank, made on first use, and what officers changed. */
export class CorporateCards {
  readonly #cards = new Map<string, CorporateCard>()

  /** Returns the card of a token; every token stands for one. */
  of({ market, username, token }: CorporateKey): CorporateCard {
    const key = `${market.id}/${username}/${token}`
    const card = this.#cards.get(key) ?? makeCard(market, key)
    this.#cards.set(key, card)
    return card
  }

  /** Forgets what officers changed. */
  clear(): void {
    this.#cards.clear()
  }
}

function makeCard({ currency }: Market, seed: string): CorporateCard {
  const draw = seeded(`${seed}/corporate`)
  const units = (dollars: number) => Math.round(localAmount(dollars * 100, currency) / 100)
  return {
    balance: localAmount(draw.integer(40_000, 250_000), currency),
    creditLimit: localAmount(1_000_000, currency),
    status: 'ACTIVE',
    cashAllowed: true,
    cash: { daily: units(300), weekly: units(1_000), monthly: units(2_500), single: units(150) },
    closesOn: undefined,
  }
}
