import type { Account } from '../../bank/accounts.ts'
import { annualCostOf, feeOf, type LoanTerms, termsOf, tenors } from '../../bank/loan-terms.ts'
import { type Instalment, scheduleOf, sumOf } from '../../bank/loan-schedule.ts'
import { decimal } from '../../bank/money.ts'

/** Describes the plans for an amount, one per term. */
export function planFields({ currency }: Account, principal: number, wanted?: number): readonly object[] {
  return (wanted === undefined ? tenors : [wanted]).map((tenor) =>
    onePlan(termsOf(tenor, currency), principal),
  )
}

function onePlan(terms: LoanTerms, principal: number): object {
  const { tenor, rate, fee } = terms
  const [first] = scheduleOf({ principal, tenor, rate, bookedOn: '2026-01-01' })
  return {
    tenor,
    effectiveInterestRate: rate,
    annualPercentageRate: annualCostOf(terms, principal),
    installmentAmount: decimal(first?.amount ?? 0),
    initialInterestAmount: decimal(first?.interest ?? 0),
    oneTimeProcessingFeeIndicator: fee.kind,
    oneTimeProcessingFeeAmount: fee.kind === 'FIXED_AMOUNT' ? decimal(fee.size) : undefined,
    oneTimeProcessingFeePercentage: fee.kind === 'PERCENTAGE' ? fee.size / 100 : undefined,
    initialFeeAmount: decimal(feeOf(terms, principal)),
    offerIndicator: 'RATE_BASED',
  }
}

/** Describes an instalment in the words of all schedules. */
export function instalmentFields(instalment: Instalment): object {
  const [year, month] = instalment.dueIn.split('-')
  return {
    installmentNumber: String(instalment.number),
    installmentAmount: decimal(instalment.amount),
    principalAmount: decimal(instalment.principal),
    installmentInterestAmount: decimal(instalment.interest),
    outstandingPrincipalAmount: decimal(instalment.outstanding),
    installmentDate: `${month}/${year}`,
  }
}

/** Describes what a whole schedule costs. */
export function totalFields(schedule: readonly Instalment[]): { readonly totalLoanCost: number } {
  return { totalLoanCost: decimal(sumOf(schedule, 'amount')) }
}
