import type { MarketId } from '../../markets/types.ts'
import type { RewardCard } from './reward-cards.ts'
import { opaqueText, seeded } from './seeded.ts'

/** Points that a redemption took. */
export interface RewardOrder {
  readonly id: string
  readonly transactionReference: string
  readonly points: number
}

/** A card that a merchant may take points from. */
export interface RewardLink {
  readonly code: string
  /** The application that made the link; no other uses it. */
  readonly clientId: string
  readonly market: MarketId
  readonly card: RewardCard
  active: boolean
  wrongTries: number
  readonly orders: RewardOrder[]
}

/** Where points go when they become miles. */
export interface FlyerAccount {
  readonly airlineCode: string
  readonly frequentFlyerNumber: string
}

/** Who made the link, in which market, to which card. */
export type LinkParts = Pick<RewardLink, 'clientId' | 'market' | 'card'>

/** Links of merchants and the points of cards, until the next reset. */
export class Rewards {
  readonly #links = new Map<string, RewardLink>()
  readonly #spent = new Map<string, number>()
  readonly #enabled = new Set<string>()
  readonly #flyers = new Map<string, FlyerAccount>()
  #made = 0

  /** Makes a link; its code has 19 digits, or 48 letters and digits in the Americas. */
  link(parts: LinkParts): RewardLink {
    const seed = `${parts.market}/link ${(this.#made += 1)}`
    const code = parts.market === 'hk' ? digitCode(seed) : letterCode(seed)
    const link = { ...parts, code, active: parts.market !== 'hk', wrongTries: 0, orders: [] }
    this.#links.set(code, link)
    return link
  }

  /** Finds a link, whoever made it. */
  find(code: string): RewardLink | undefined {
    return this.#links.get(code)
  }

  /** Finds a link of an application to a card. */
  linkOf({ clientId, market, card }: LinkParts): RewardLink | undefined {
    return [...this.#links.values()].find(
      (link) => link.clientId === clientId && link.market === market && link.card.username === card.username,
    )
  }

  /** Finds the newest link of an application. */
  newestOf(clientId: string): RewardLink | undefined {
    return [...this.#links.values()].reverse().find((link) => link.clientId === clientId)
  }

  /** Ends a link. */
  unlink({ code }: RewardLink): void {
    this.#links.delete(code)
  }

  /** Returns the points that a card has left. */
  pointsOf(market: MarketId, card: RewardCard): number {
    return card.collected - (this.#spent.get(keyOf(market, card)) ?? 0)
  }

  /** Takes points from a card. */
  spend(market: MarketId, card: RewardCard, points: number): void {
    const key = keyOf(market, card)
    this.#spent.set(key, (this.#spent.get(key) ?? 0) + points)
  }

  /** Makes the number of an order. */
  newOrderId(): string {
    return String(10_027_430 + (this.#made += 1))
  }

  /** Lets a card take part with a merchant, or no longer. */
  enable(key: string, wanted: boolean): void {
    if (wanted) this.#enabled.add(key)
    else this.#enabled.delete(key)
  }

  /** Tells whether a card takes part with a merchant. */
  isEnabled(key: string): boolean {
    return this.#enabled.has(key)
  }

  /** Keeps where the points of a card go as miles. */
  keepFlyer(market: MarketId, card: RewardCard, account: FlyerAccount): void {
    this.#flyers.set(keyOf(market, card), account)
  }

  /** Returns where the points of a card go as miles; undefined when nobody said. */
  flyerOf(market: MarketId, card: RewardCard): FlyerAccount | undefined {
    return this.#flyers.get(keyOf(market, card))
  }

  /** Forgets every link and gives every point back. */
  clear(): void {
    this.#links.clear()
    this.#spent.clear()
    this.#enabled.clear()
    this.#flyers.clear()
    this.#made = 0
  }
}

function keyOf(market: MarketId, { username }: RewardCard): string {
  return `${market}/${username}`
}

/** Begins with a digit that no card number begins with. */
function digitCode(seed: string): string {
  const draw = seeded(seed)
  return `17${Array.from({ length: 17 }, () => String(draw.integer(0, 9))).join('')}`
}

function letterCode(seed: string): string {
  return (opaqueText(seed) + opaqueText(`${seed}/more`)).replaceAll(/[-_]/g, '').toUpperCase().slice(0, 48)
}
