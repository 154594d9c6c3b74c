import type { MarketId } from '../../markets/types.ts'

/** What points are worth, and how many go at once. */
export interface Programme {
  readonly currency: string
  /** Worth of ten thousand points, in whole units, by currency. */
  readonly worth: Readonly<Record<string, number>>
  readonly fewest: number
  readonly most: number
}

const programmes: Partial<Record<MarketId, Programme>> = {
  hk: { currency: 'HKD', worth: { HKD: 2521 }, fewest: 100, most: 15_000 },
  us: { currency: 'USD', worth: { USD: 80 }, fewest: 100, most: 100_000 },
  mx: { currency: 'MXN', worth: { MXN: 1464, USD: 80 }, fewest: 100, most: 100_000 },
}

const none: Programme = { currency: 'USD', worth: { USD: 80 }, fewest: 100, most: 15_000 }

/** Returns the programme of a market. */
export function programmeOf(market: MarketId): Programme {
  return programmes[market] ?? none
}

/** Returns what one point is worth. */
export function rateOf({ worth, currency }: Programme): number {
  return (worth[currency] ?? 0) / 10_000
}

/** Returns what points are worth in a currency, in minor units; undefined when the programme has no such currency. */
export function worthOf({ worth }: Programme, points: number, currency: string): number | undefined {
  const per = worth[currency]
  return per === undefined ? undefined : Math.round((points * per) / 100)
}
