import type { Account } from './accounts.ts'
import { localAmount } from './currencies.ts'
import { share } from './money.ts'

/** What a loan over some months costs. */
export interface LoanTerms {
  readonly tenor: number
  /** Percent per year, on what is still owed. */
  readonly rate: number
  /** Fee of the booking: minor units, or hundredths of a percent of the amount. */
  readonly fee: { readonly kind: 'FIXED_AMOUNT' | 'PERCENTAGE'; readonly size: number }
}

/** Between which amounts an account lends, in minor units. */
export interface LoanRange {
  readonly least: number
  readonly most: number
}

/** Terms that the bank offers, in months. */
export const tenors = [6, 12, 24, 36] as const
const longestTenor = 60
/** Loans go beyond the line for purchases. */
const linesPerLimit = 40

/** Tells whether an account is of a kind that lends. */
export function canLend({ product }: Account): boolean {
  return product.kind === 'creditCard' || product.kind === 'readyCredit'
}

/** Tells whether the bank lends over so many months. */
export function isTenor(tenor: number): boolean {
  return Number.isInteger(tenor) && tenor >= 1 && tenor <= longestTenor
}

/** Returns what a loan over so many months costs in a currency: longer loans are cheaper per year. */
export function termsOf(tenor: number, currency: string): LoanTerms {
  const rate = tenor <= 12 ? 13.5 : tenor <= 24 ? 12.9 : 12.5
  return { tenor, rate, fee: tenor <= 12 ? fixedFee(currency) : { kind: 'PERCENTAGE', size: 75 } }
}

function fixedFee(currency: string): LoanTerms['fee'] {
  return { kind: 'FIXED_AMOUNT', size: roundDown(localAmount(600, currency)) }
}

/** Returns the fee of a loan, in minor units. */
export function feeOf({ fee }: LoanTerms, amount: number): number {
  return fee.kind === 'FIXED_AMOUNT' ? fee.size : share(amount, fee.size)
}

/** Returns between which amounts an account lends when nothing is lent yet. */
export function rangeOf({ principal, currency }: Account): LoanRange {
  return { least: roundDown(localAmount(2_500, currency)), most: principal * linesPerLimit }
}

/** Returns the whole cost of a loan per year, in percent with two decimals: interest and the spread fee. */
export function annualCostOf(terms: LoanTerms, amount: number): number {
  const { tenor, rate } = terms
  const feePerYear = share(feeOf(terms, amount), Math.round((12 / tenor) * 10_000))
  return Math.round((rate + (feePerYear * 100) / amount) * 100) / 100
}

/** Whole units only. */
function roundDown(minorUnits: number): number {
  return minorUnits - (minorUnits % 100)
}
