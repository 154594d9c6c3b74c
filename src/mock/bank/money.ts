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
