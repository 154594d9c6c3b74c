import { rewrite, withBody } from '../defects/defect.ts'
import { answerOf, type Imitation, withItems } from './imitation.ts'

/** Fields of a card as the bank's sandbox was seen to send them besides the documented ones. */
const furtherCardFields = {
  minimumCreditLimitDecreaseAmount: 10.01,
  currentOutstandingAmount: 1500.25,
  embossName: 'A CUSTOMER',
  organization: '888',
  logo: '830',
  productName: 'Citibank Platinum Visa',
  primaryCardId: '3255613852316f2b4d4d796c344e3875',
  displayPrimaryCardNumber: 'XXXXXXXXXXXX4521',
  cardPlasticType: 'PAYTAG',
  currentContactlessWthoutPinPmtLimit: 200,
  maxContactlessWithoutPinPmtLimit: 250,
  posSpendingLimitAmount: 250,
  dailyAtmWithdrawalLimitAmount: 250,
  internetPurchaseLimitAmount: 250,
  dailyTransactionLimitAmount: 100.25,
  internetPurchaseActivationFlag: true,
  travelledCountry: [{ countryCode: 'IN' }],
  cardSubStatus: 'CLOSED_PERMANENT',
  cardReplacementFeeAmount: 250,
  linkedSupplementaryCardFlag: false,
  lostStolenReplacedFlag: false,
  cardMigrationFlag: true,
  accountType: 'FIXED_ACCOUNT',
  minimumDueAmount: 40000,
  paymentDueDate: '2017-01-12',
  outstandingBalanceAmount: 1500.25,
  availableCreditLimit: 5000000,
}

/** Instalments by card token are offered in Singapore alone. */
const market = 'sg'
const seenBy = ['shape.operation.succeeds'] as const

/** A sum in binary fractions misses its value by some of the last digits. */
function withNoise(value: unknown): unknown {
  return typeof value === 'number' && value > 1 && value < 50_000 ? value + 4e-12 : value
}

/** What cards, instalments and loans do. */
export const cardImitations = {
  'cards-further-fields': {
    seenBy,
    apply: rewrite(
      answerOf(200, 'listCards'),
      withItems('cardDetails', (card) => ({ ...furtherCardFields, ...card })),
    ),
  },
  'plans-in-a-list': {
    market,
    seenBy,
    apply: rewrite(answerOf(200, 'getCardTokenPlan'), (answer) => ({
      ...answer,
      body: { easyPaymentPlan: [answer.body] },
    })),
  },
  'schedule-interest-as-text': {
    market,
    seenBy,
    apply: rewrite(
      answerOf(200, 'getCardTokenSchedule'),
      withItems('eppAmortizationSchedule', (item) => ({
        ...item,
        installmentInterestAmount: String(item['installmentInterestAmount']),
      })),
    ),
  },
  'schedule-float-noise': {
    market,
    seenBy,
    apply: rewrite(
      answerOf(200, 'getCardTokenSchedule'),
      withItems('eppAmortizationSchedule', (item) => ({
        ...item,
        outstandingPrincipalAmount: withNoise(item['outstandingPrincipalAmount']),
      })),
    ),
  },
  'plan-booking-empty': {
    market,
    seenBy,
    apply: rewrite(answerOf(200, 'bookCardTokenPlan'), withBody(undefined)),
  },
  'loan-eligibility-category': {
    market,
    seenBy,
    apply: rewrite(
      answerOf(200, 'listLoanEligibility'),
      withItems('loanEligibilityDetails', (item) => ({ ...item, lopCategory: 'LOAN_OVER_PHONE' })),
    ),
  },
  'loans-further-fields': {
    market,
    seenBy,
    apply: rewrite(
      answerOf(200, 'listLoans'),
      withItems('loans', (loan) => ({
        ...loan,
        displayAccountNumber: '4111111111111111',
        loanAmount: 60000,
        tenor: '12',
      })),
    ),
  },
} as const satisfies Readonly<Record<string, Imitation>>
