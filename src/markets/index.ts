import { au } from './au.ts'
import { bh } from './bh.ts'
import { gb } from './gb.ts'
import { hk } from './hk.ts'
import { india } from './in.ts'
import { mx } from './mx.ts'
import { pl } from './pl.ts'
import { sg } from './sg.ts'
import type { Market, MarketId } from './types.ts'
import { us } from './us.ts'

/** Every market, in the order in which reports list them. */
export const markets: readonly Market[] = [us, sg, hk, au, india, pl, gb, bh, mx]

/** Returns the market of that id, or undefined when the suite does not know it. */
export function findMarket(id: string): Market | undefined {
  return markets.find((market) => market.id === id)
}

/** Returns the market of an id that is known to exist. */
export function marketOf(id: MarketId): Market {
  return markets.find((market) => market.id === id) as Market
}
