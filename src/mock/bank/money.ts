import { Decimal } from 'decimal.js'

/**
 * Turns minor units into the number that an answer shows. Sums are made in minor units only: a whole number
 * divided by 100 prints with two decimals at most.
 */
export function decimal(minorUnits: number): number {
  return minorUnits / 100
}

/** Takes a part of an amount, in hundredths of a percent, rounded to minor units. */
export function share(minorUnits: number, basisPoints: number): number {
  return Math.round((minorUnits * basisPoints) / 10_000)
}

/**
 * Reads an amount as whole minor units; undefined unless it is more than nothing and has two decimals at most.
 * A number stands for its shortest text, so that 0.1 is ten hundredths and nothing besides.
 */
export function minorUnitsOf(amount: number): number | undefined {
  const minor = new Decimal(amount).times(100)
  return minor.isInteger() && minor.gt(0) && minor.lt(Number.MAX_SAFE_INTEGER) ? minor.toNumber() : undefined
}

/** Writes minor units with two decimals, as texts for people show them. */
export function amountText(minorUnits: number): string {
  return new Decimal(minorUnits).div(100).toFixed(2)
}
