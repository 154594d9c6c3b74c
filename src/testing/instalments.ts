import type { Reply } from '../http/client.ts'

/** One month of a schedule, as the bank shows it. */
export interface ShownInstalment {
  readonly installmentNumber: string
  readonly installmentAmount: number
  readonly principalAmount: number
  readonly installmentInterestAmount: number
  readonly outstandingPrincipalAmount: number
  readonly installmentDate: string
}

/** A schedule with its total. */
export interface ShownSchedule {
  readonly months: readonly ShownInstalment[]
  readonly total: number
}

/** Reads a schedule. */
export function scheduleIn({ json }: Reply): ShownSchedule {
  const { eppAmortizationSchedule = [], totalLoanCost = 0 } = (json ?? {}) as {
    eppAmortizationSchedule?: readonly ShownInstalment[]
    totalLoanCost?: number
  }
  return { months: eppAmortizationSchedule, total: totalLoanCost }
}

/** Adds amounts up in hundredths, so that no sum drifts. */
export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + Math.round(amount * 100), 0) / 100
}

/** A purchase that may be paid in instalments. */
export interface ShownPurchase {
  readonly transactionReferenceId: string
  readonly transactionAmount: number
}

/** Reads the purchases that may be paid in instalments. */
export function purchasesIn({ json }: Reply): readonly ShownPurchase[] {
  const { unbilledTransaction = [] } = (json ?? {}) as { unbilledTransaction?: readonly ShownPurchase[] }
  return unbilledTransaction
}
