import { Decimal } from 'decimal.js'
import { perDollar } from '../currencies.ts'

/** Steps by which a rate rises and falls from minute to minute, in hundred-thousandths. */
const widestStep = 40

/**
 * Returns how many units of a currency one unit of another buys at a moment, with six decimals. Rates move
 * every minute; what was quoted stands.
 */
export function rateAt(from: string, to: string, moment: Date): Decimal {
  if (from === to) return new Decimal(1)
  const minute = Math.floor(moment.getTime() / 60_000)
  const step = ((minute * 37) % (2 * widestStep + 1)) - widestStep
  return new Decimal(perDollar(to))
    .div(perDollar(from))
    .times(new Decimal(1).plus(new Decimal(step).div(100_000)))
    .toDecimalPlaces(6)
}

/** Turns minor units into those of another currency: what so much buys. */
export function bought(minorUnits: number, rate: Decimal): number {
  return rate.times(minorUnits).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber()
}

/** Turns minor units into those of another currency: what must be given for so much. */
export function given(minorUnits: number, rate: Decimal): number {
  return new Decimal(minorUnits).div(rate).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber()
}
