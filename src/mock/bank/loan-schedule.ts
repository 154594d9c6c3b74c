import { Decimal } from 'decimal.js'
import { addMonths } from './days.ts'

/** One instalment; amounts in minor units. */
export interface Instalment {
  readonly number: number
  readonly amount: number
  readonly principal: number
  readonly interest: number
  /** Principal that is left after it. */
  readonly outstanding: number
  /** First day of the month in which it is due. */
  readonly dueIn: string
}

/** What is lent, how long, at what price and from when. */
export interface Lending {
  /** In minor units. */
  readonly principal: number
  readonly tenor: number
  /** Percent per year. */
  readonly rate: number
  /** Day of the booking. */
  readonly bookedOn: string
}

/**
 * Lists the instalments of a loan: equal amounts, interest on what is still owed, every part rounded to minor
 * units. The last instalment settles what rounding left.
 */
export function scheduleOf(lending: Lending): readonly Instalment[] {
  const monthly = new Decimal(lending.rate).div(1200)
  const amount = equalAmount(lending, monthly)
  let outstanding = lending.principal
  return Array.from({ length: lending.tenor }, (_, index) => {
    const interest = monthly.mul(outstanding).toDecimalPlaces(0).toNumber()
    const principal = index === lending.tenor - 1 ? outstanding : amount - interest
    outstanding -= principal
    const dueIn = addMonths(`${lending.bookedOn.slice(0, 8)}01`, index)
    return { number: index + 1, amount: principal + interest, principal, interest, outstanding, dueIn }
  })
}

/** Principal times rate, over one minus the discount of the whole term. */
function equalAmount({ principal, tenor }: Lending, monthly: Decimal): number {
  if (monthly.isZero()) return new Decimal(principal).div(tenor).toDecimalPlaces(0).toNumber()
  const discount = new Decimal(1).minus(monthly.plus(1).pow(-tenor))
  return monthly.mul(principal).div(discount).toDecimalPlaces(0).toNumber()
}

/** Adds up a part of all instalments. */
export function sumOf(schedule: readonly Instalment[], part: 'amount' | 'principal' | 'interest'): number {
  return schedule.reduce((sum, instalment) => sum + instalment[part], 0)
}
