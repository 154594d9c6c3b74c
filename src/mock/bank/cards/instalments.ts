import { Decimal } from 'decimal.js'

/** What a plan costs: rates in percent a year, the fee in hundredths of a percent of the amount. */
export interface Offer {
  readonly tenor: number
  readonly rate: number
  readonly effectiveRate: number
  readonly feeBasisPoints: number
}

/** The plans on offer. */
export const offers: readonly Offer[] = [
  { tenor: 3, rate: 12.99, effectiveRate: 13.67, feeBasisPoints: 75 },
  { tenor: 6, rate: 13.49, effectiveRate: 14.21, feeBasisPoints: 75 },
  { tenor: 12, rate: 13.99, effectiveRate: 14.92, feeBasisPoints: 75 },
  { tenor: 24, rate: 14.99, effectiveRate: 16.07, feeBasisPoints: 75 },
]

/** One month of a plan; amounts in minor units. */
export interface Instalment {
  readonly number: number
  readonly principal: number
  readonly interest: number
  /** What is left of the principal afterwards. */
  readonly outstanding: number
}

/** Splits an amount into equal instalments; the last one takes up what rounding left. */
export function scheduleOf(amount: number, { tenor, rate }: Offer): readonly Instalment[] {
  const monthly = new Decimal(rate).div(1200)
  const payment = paymentOf(amount, monthly, tenor)
  const instalments: Instalment[] = []
  let outstanding = amount
  for (let number = 1; number <= tenor; number++) {
    const interest = monthly.times(outstanding).toDecimalPlaces(0).toNumber()
    const principal = number === tenor ? outstanding : payment - interest
    outstanding -= principal
    instalments.push({ number, principal, interest, outstanding })
  }
  return instalments
}

/** The equal payment that pays an amount back, rounded to minor units. */
function paymentOf(amount: number, monthly: Decimal, tenor: number): number {
  const growth = monthly.plus(1).pow(tenor)
  return growth.times(monthly).times(amount).div(growth.minus(1)).toDecimalPlaces(0).toNumber()
}

/** Adds up the interest of a schedule. */
export function interestOf(schedule: readonly Instalment[]): number {
  return schedule.reduce((sum, { interest }) => sum + interest, 0)
}
