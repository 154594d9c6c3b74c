import type { DeviationArea } from './types.ts'

/** Fields of a card that were seen and that no document knows; the misspelt one is really spelt so. */
export const furtherCardFields = [
  'minimumCreditLimitDecreaseAmount',
  'currentOutstandingAmount',
  'embossName',
  'organization',
  'logo',
  'productName',
  'primaryCardId',
  'displayPrimaryCardNumber',
  'cardPlasticType',
  'currentContactlessWthoutPinPmtLimit',
  'maxContactlessWithoutPinPmtLimit',
  'posSpendingLimitAmount',
  'dailyAtmWithdrawalLimitAmount',
  'internetPurchaseLimitAmount',
  'dailyTransactionLimitAmount',
  'internetPurchaseActivationFlag',
  'travelledCountry',
  'cardSubStatus',
  'cardReplacementFeeAmount',
  'linkedSupplementaryCardFlag',
  'lostStolenReplacedFlag',
  'cardMigrationFlag',
  'accountType',
  'minimumDueAmount',
  'paymentDueDate',
  'outstandingBalanceAmount',
  'availableCreditLimit',
] as const

/** What cards, instalments and loans do. */
export const cards = {
  'cards-further-fields': {
    what: 'A card of the list has 27 more fields than its document.',
    evidence: 'Recorded for Bahrain: 41 fields where the model has 14.',
    since: '2020-08-08',
    shows: { operations: ['listCards'], statuses: [200] },
    occurs: 'always',
    findings: [
      {
        requirement: 'shape.body.undocumented-field',
        at: furtherCardFields.map((name) => `/cardDetails/*/${name}`),
      },
    ],
  },
  'plans-in-a-list': {
    what: 'Instalment plans come in a list easyPaymentPlan, where the document has one plan at the top.',
    evidence: 'Recorded for Singapore on both sandbox hosts, with four plans each.',
    since: '2020-07-15',
    shows: { operations: ['getCardTokenPlan'], statuses: [200] },
    occurs: 'always',
    findings: [
      {
        requirement: 'shape.body.documented',
        at: ['/tenor', '/effectiveInterestRate', '/offerIndicator', '/installmentAmount'],
        actual: /^no such field$/,
      },
      { requirement: 'shape.body.undocumented-field', at: ['/easyPaymentPlan'] },
    ],
  },
  'schedule-interest-as-text': {
    what: 'The interest of an instalment is a text.',
    evidence: 'Recorded for Singapore: "5" in every instalment of a plan; a loan has the number 5.0.',
    since: '2020-07-15',
    shows: { operations: ['getCardTokenSchedule'], statuses: [200] },
    occurs: 'always',
    findings: [
      {
        requirement: 'shape.body.documented',
        at: ['/eppAmortizationSchedule/*/installmentInterestAmount'],
        actual: /^"-?\d+(\.\d+)?"$/,
      },
    ],
  },
  'schedule-float-noise': {
    what: 'Outstanding amounts of a schedule show the noise of binary fractions.',
    evidence: 'Recorded for Singapore: 8333.300000000003, and -0.040000000000873115 at the end.',
    since: '2020-07-15',
    shows: {
      operations: ['getCardTokenSchedule', 'previewLoanSchedule', 'getLoanSchedule'],
      statuses: [200],
    },
    occurs: 'sometimes',
    findings: [
      {
        requirement: 'shape.value.amount-noise',
        at: [
          '/eppAmortizationSchedule/*/outstandingPrincipalAmount',
          '/amortizationSchedule/*/outstandingPrincipalAmount',
        ],
        actual: /^-?\d+\.\d{10,}$/,
      },
    ],
  },
  'plan-booking-empty': {
    what: 'The booking of an instalment plan is answered without a body.',
    evidence: 'Told of Singapore, with the status 200.',
    since: '2020-07-15',
    shows: { operations: ['bookCardTokenPlan'], statuses: [200] },
    occurs: 'always',
    findings: [{ requirement: 'shape.body.documented', at: ['/'], actual: /^no body$/ }],
  },
  'loan-eligibility-category': {
    what: 'An eligible account names its category of loans in lopCategory, which no document knows.',
    evidence: 'Recorded for Singapore: LOAN_OVER_PHONE.',
    since: '2020-07-15',
    shows: { operations: ['listLoanEligibility'], statuses: [200] },
    occurs: 'always',
    findings: [
      {
        requirement: 'shape.body.undocumented-field',
        at: ['/loanEligibilityDetails/*/lopCategory'],
      },
    ],
  },
  'loans-further-fields': {
    what: 'A loan of the list has fifteen fields, a whole card number among them, where the document has one.',
    evidence: 'Told of Singapore; the names of the other fields are not all known.',
    since: '2020-07-15',
    shows: { operations: ['listLoans'], statuses: [200] },
    occurs: 'always',
    findings: [
      { requirement: 'shape.body.undocumented-field', at: ['/loans/*/*'] },
      { requirement: 'shape.value.masking', at: ['/loans/*/displayAccountNumber'] },
    ],
  },
} as const satisfies DeviationArea
