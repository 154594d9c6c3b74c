import { json, type ResourceCall } from '../../answer.ts'
import { type CreditApplication, stages } from '../../bank/credit-applications.ts'
import { decimal } from '../../bank/money.ts'
import { type Fields, fieldsOf, isFields, listOf, textOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'
import { fill } from '../fill.ts'
import { withApplication } from './own-application.ts'
import { type RepaymentPlan, planRepayment } from './repayment.ts'

/** The proof that the bank asks of every main applicant. */
export const wantedProof = { documentIdType: 'PAYSLIP', proofType: 'INCOME_PROOF' } as const

/** Shows how far an application has come. */
export const getApplicationStatus = withApplication((desk, call, application) =>
  json(200, { applicationStage: application.stage, ...decisionOf(desk, call, application) }),
)

/** Describes what the bank decided, in the fields that the document of the call has; nothing before it did. */
export function decisionOf(desk: Desk, { operation }: ResourceCall, application: CreditApplication): Fields {
  if (application.approvedUntil === undefined) return {}
  const sample = fieldsOf(desk.write(operation, {}))
  const required = [requiredDocument(application)]
  const state = {
    ipaExpiryDate: application.approvedUntil,
    requestedProductDecision: Object.entries(application.product)
      .filter(([, product]) => isFields(product))
      .map(([kind, product]) => ({
        ...decide(kind, fieldsOf(product), application),
        requiredDocuments: required,
      })),
    counterOffers: offersOf(application, required),
    crossSellOffers: offersOf(application, required),
  }
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [name, fill(sample[name], value)]))
}

/** Describes the document that the bank asks of the main applicant. */
export function requiredDocument({ proofs, product }: CreditApplication): Fields {
  const [first] = Object.values(product).filter(isFields)
  return {
    ...wantedProof,
    documentStatus: proofs.includes(wantedProof.proofType) ? 'SUBMITTED' : 'PENDING',
    productCode: first?.['productCode'],
    linkedDocumentId: '01',
    applicantType: 'PRIMARY_APPLICANT',
  }
}

function decide(kind: string, product: Fields, application: CreditApplication): Fields {
  const { productCode, sourceCode, organization, logo } = product
  return {
    productCode,
    sourceCode,
    organisationName: organization,
    logo,
    creditDecision: 'IN_PRINCIPAL_APPROVED',
    ...termsOf(kind === 'unsecuredLoanProduct' ? loanTerms(application, product) : cardTerms(application)),
  }
}

const offeredCard = 'VC311'
const offeredLoan = 'VC001'

/** The products that the bank offers instead of what is applied for, or besides. */
export const offeredCodes: readonly string[] = [offeredCard, offeredLoan]

function offersOf(application: CreditApplication, required: readonly Fields[]): readonly Fields[] {
  const card = { offerProductCode: offeredCard, ...termsOf(cardTerms(application)) }
  const loan = { offerProductCode: offeredLoan, ...termsOf(loanTerms(application, {})) }
  return [card, loan].map((offer) => ({ ...offer, requiredDocuments: required }))
}

interface Terms {
  readonly credit?: Fields
  readonly loan?: Fields
}

/** A product has terms of one kind only. */
function termsOf({ credit, loan }: Terms): Fields {
  return {
    creditSpecificRecommendations: credit === undefined ? undefined : [credit],
    loanSpecificRecommendations: loan === undefined ? undefined : [loan],
  }
}

function cardTerms(application: CreditApplication): Terms {
  return { credit: { recommendedCreditLimit: recommendedLimit(application) } }
}

/** The bank offers twice the monthly income, in steps of 500, and never less than 1000. */
export function recommendedLimit({ applicant }: CreditApplication): number {
  const incomes = listOf(fieldsOf(applicant['financialInformation'])['incomeDetails'])
  const fixed = incomes.reduce((sum, { fixedAmount }) => sum + (Number(fixedAmount) || 0), 0)
  return Math.max(1_000, Math.floor((fixed * 2) / 500) * 500)
}

function loanTerms(application: CreditApplication, { requestedLoanAmount, tenor }: Fields): Terms {
  const amount = typeof requestedLoanAmount === 'number' ? requestedLoanAmount : recommendedLimit(application)
  const months = monthsOf(textOf(tenor))
  const from = application.approvedUntil ?? application.openedOn
  const plan = planRepayment({ principal: Math.round(amount * 100), months, from })
  return { loan: loanFields(plan, `${months}_MONTHS`) }
}

/** Reads a tenor such as 36_MONTHS; what is none counts as three years. */
function monthsOf(tenor: string): number {
  const months = Number.parseInt(tenor, 10)
  return months >= 1 && months <= 120 ? months : 36
}

function loanFields(plan: RepaymentPlan, tenor: string): Fields {
  return {
    loanAmount: decimal(plan.principal),
    tenor,
    interestRate: plan.yearlyPercent,
    installmentAmount: decimal(plan.installment),
    totalInstallmentAmount: decimal(plan.principal + plan.interest),
    totalInterestAmount: decimal(plan.interest),
    totalPrincipalAmount: decimal(plan.principal),
    repaymentScheduleIssueDate: plan.from,
    repaymentSchedule: plan.payments.map(({ number, dueOn, interest, principal, left }) => ({
      paymentDueDate: dueOn,
      tenorOccurence: String(number),
      interestAmount: decimal(interest),
      principalAmount: decimal(principal),
      monthlyInstallmentAmount: decimal(interest + principal),
      remainingPrincipalAmount: decimal(left),
    })),
  }
}

/** Tells whether an application has come at least so far. */
export function hasReached({ stage }: CreditApplication, wanted: CreditApplication['stage']): boolean {
  return stages.indexOf(stage) >= stages.indexOf(wanted)
}
