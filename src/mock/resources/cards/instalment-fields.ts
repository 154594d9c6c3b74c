import { interestOf, type Instalment, type Offer, scheduleOf } from '../../bank/cards/instalments.ts'
import { addMonths } from '../../bank/days.ts'
import { decimal, share } from '../../bank/money.ts'
import type { Fields } from '../../fields.ts'

/** Describes what a plan for an amount costs. */
export function offerFields(amount: number, offer: Offer): Fields {
  const schedule = scheduleOf(amount, offer)
  const interest = interestOf(schedule)
  return {
    tenor: offer.tenor,
    effectiveInterestRate: offer.rate,
    annualPercentageRate: offer.effectiveRate,
    installmentAmount: decimal(paymentIn(schedule[0])),
    oneTimeProcessingFeeIndicator: 'PERCENTAGE',
    oneTimeProcessingFeeAmount: decimal(share(amount, offer.feeBasisPoints)),
    oneTimeProcessingFeePercentage: offer.feeBasisPoints / 100,
    offerIndicator: 'RATE_BASED',
    totalInterestAmount: decimal(interest),
    totalRepaymentAmount: decimal(amount + interest),
    monthlyServicingFeeAmount: 0,
    interestCalculationMethod: 'REDUCING_BALANCE_METHOD',
  }
}

/** Describes a schedule that starts in the month of a day. */
export function scheduleFields(schedule: readonly Instalment[], today: string): Fields {
  const amount = schedule.reduce((sum, { principal }) => sum + principal, 0)
  return {
    eppAmortizationSchedule: schedule.map((instalment, index) => ({
      installmentNumber: String(instalment.number),
      installmentAmount: decimal(paymentIn(instalment)),
      principalAmount: decimal(instalment.principal),
      installmentInterestAmount: decimal(instalment.interest),
      outstandingPrincipalAmount: decimal(instalment.outstanding),
      installmentDate: monthOf(addMonths(today, index)),
    })),
    totalLoanCost: decimal(amount + interestOf(schedule)),
  }
}

/** Describes a plan that was booked. */
export function bookingFields(amount: number, offer: Offer, at: { reference: string; left: number }): Fields {
  const [first] = scheduleOf(amount, offer)
  return {
    eppTransaction: {
      referenceId: at.reference,
      installmentAmount: decimal(paymentIn(first)),
      principalAmount: decimal(amount),
      installmentInterestAmount: decimal(first?.interest ?? 0),
      initialInterestAmount: decimal(first?.interest ?? 0),
      statementUnpaidBalanceAmount: decimal(at.left),
    },
  }
}

function paymentIn(instalment: Instalment | undefined): number {
  return (instalment?.principal ?? 0) + (instalment?.interest ?? 0)
}

function monthOf(day: string): string {
  return `${day.slice(5, 7)}/${day.slice(0, 4)}`
}
