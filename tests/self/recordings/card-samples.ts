import { furtherCardFields } from '../../../src/deviations/cards.ts'
import { answers } from './answers.ts'
import { type Sample, sampleOf } from './recorded.ts'
import { sampleToken } from './token-samples.ts'

const bearer = `Bearer ${sampleToken}`
const cardId = '44125873852316f2b4d4d796c344e387'
const qa = 'https://qa.sandbox.apihub.citi.com/gcb/gp/api'
const plan = {
  tenor: '3',
  effectiveInterestRate: 12.99,
  annualPercentageRate: 13.67,
  installmentAmount: 16666.67,
  oneTimeProcessingFeeIndicator: 'FIXED_AMOUNT',
  oneTimeProcessingFeeAmount: 15.15,
  oneTimeProcessingFeePercentage: 0.75,
  offerIndicator: 'RATE_BASED',
}
const instalment = (number: string, outstanding: number) => ({
  installmentNumber: number,
  installmentAmount: 8333.34,
  principalAmount: 8333.34,
  installmentInterestAmount: '5',
  outstandingPrincipalAmount: outstanding,
  installmentDate: '07/2020',
})

/** Cards, instalments, loans and rewards as the bank's sandbox was seen to answer them. */
export const cardSamples: readonly Sample[] = [
  sampleOf('enrolment', {
    call: 'POST /cardAuth/oauth2/authorize/{countryCode}/{businessCode}',
    path: '/cardAuth/oauth2/authorize/SG/gcb',
    base: qa,
    market: 'SG',
    authorization: `Basic ${Buffer.from('sample-client:sample-secret-1').toString('base64')}`,
    requestBody: {
      lastFourDigitsCardNumber: '8653',
      citiCardHolderPhoneNumber: '6581174392',
      merchantCustomerReferenceId: 'CB1',
    },
    status: 403,
    headers: { ...answers.cards, 'X-RateLimit-Limit': 'name=rate-limit-1,60;' },
    body: {
      type: 'error',
      code: 'mfaRequired',
      details: 'MFA is required',
      moreInfo: {
        mfaType: 'otp',
        controlFlowId: '85004557613767292068690451972315',
        status: 'generated',
        mfaResponse: { otpDeliveryOption: ['SMS'] },
      },
    },
  }),
  sampleOf('cards', {
    call: 'GET /v1/cards',
    path: '/v1/cards?cardFunction=ALL',
    market: 'BH',
    authorization: bearer,
    headers: answers.cards,
    body: {
      cardDetails: [
        {
          cardId,
          displayCardNumber: '8653',
          localCardActivationIndicator: 'REPLACE',
          currentCreditLimitAmount: 5000000,
          subCardType: 'DEBIT',
          ...Object.fromEntries(furtherCardFields.map((name) => [name, 'anything'])),
        },
      ],
    },
    shows: ['cards-further-fields'],
  }),
  sampleOf('plans', {
    call: 'GET /v1/creditCards/{cardId}/transactions/eligibility/easyPaymentPlan',
    path: `/v1/creditCards/${cardId}/transactions/eligibility/easyPaymentPlan?eligbleLoanAmount=50000`,
    base: qa,
    market: 'SG',
    authorization: bearer,
    headers: answers.cards,
    body: { easyPaymentPlan: [plan, { ...plan, tenor: '6' }] },
    shows: ['plans-in-a-list'],
  }),
  sampleOf('plan-schedule', {
    call: 'GET /v1/creditCards/{cardId}/easyPaymentPlans/repaymentSchedules',
    path: `/v1/creditCards/${cardId}/easyPaymentPlans/repaymentSchedules?loanAmount=50000&tenor=6`,
    market: 'SG',
    authorization: bearer,
    headers: answers.cards,
    body: {
      eppAmortizationSchedule: [instalment('1', 8333.300000000003), instalment('2', -0.040000000000873115)],
      totalLoanCost: 50000,
    },
    shows: ['schedule-interest-as-text', 'schedule-float-noise'],
  }),
  sampleOf('plan-booked', {
    call: 'POST /v1/creditCards/{cardId}/easyPaymentPlans/bookings',
    path: `/v1/creditCards/${cardId}/easyPaymentPlans/bookings`,
    market: 'SG',
    authorization: bearer,
    requestBody: { eppLoanBookingType: 'PENDING_TRANSACTION', tenor: '12', eppLoanBooking: [] },
    headers: { ...answers.cards, 'Content-Length': '0' },
    body: null,
    shows: ['plan-booking-empty'],
  }),
  sampleOf('loan-eligibility', {
    call: 'GET /v1/accounts/loans/eligibility',
    market: 'SG',
    authorization: bearer,
    headers: answers.cards,
    body: {
      loanEligibilityDetails: [
        {
          accountId: cardId,
          displayAccountNumber: '0056',
          lopSupportedAccountGroup: 'CREDIT_CARD',
          maximumEligibleLoanAmount: 500000,
          minimumEligibleLoanAmount: 50000,
          offerIndicator: 'RATE_BASED',
          interestCalculationMethod: 'REDUCING_BALANCE_METHOD',
          lopCategory: 'LOAN_OVER_PHONE',
        },
      ],
    },
    shows: ['loan-eligibility-category'],
  }),
  sampleOf('loans', {
    call: 'GET /v1/accounts/{accountId}/loans',
    path: `/v1/accounts/${cardId}/loans`,
    market: 'SG',
    authorization: bearer,
    headers: answers.cards,
    body: {
      loans: [{ loanReferenceId: 'qlFuhum', displayAccountNumber: '4111111111111111', loanAmount: 60000 }],
    },
    shows: ['loans-further-fields'],
  }),
  sampleOf('loan-asks-for-otp', {
    call: 'POST /v1/accounts/{accountId}/loans/bookings',
    path: `/v1/accounts/${cardId}/loans/bookings`,
    market: 'SG',
    authorization: bearer,
    requestBody: { loanAmount: 60000, tenor: 12 },
    status: 403,
    headers: answers.cards,
    body: {
      type: 'error',
      code: 'mfaRequired',
      details: 'MFA is required',
      moreInfo: {
        mfaType: 'otp',
        controlFlowId: 'sampleFlow4Q8HjltBoTgtETqwsR3lSnJAUoXSea',
        status: 'generated',
        mfaResponse: { maskedPhoneNumber: 'XXXXXX4392' },
        otpDeliveryOption: ['SMS'],
      },
    },
  }),
  sampleOf('otp-validated', {
    call: 'PUT /v1/mfa/otp',
    market: 'SG',
    authorization: bearer,
    requestBody: { otpDeliveryOption: 'SMS', otpToken: '0EEE8BC59EBDCDF4', transactionMemo: 'ENROLLCARD' },
    headers: { ...answers.cards, 'Content-Length': '0' },
    body: null,
  }),
  sampleOf('points', {
    call: 'GET /v1/apac/rewards/{rewardLinkCode}/pointBalance',
    path: '/v1/apac/rewards/4703012696960006061/pointBalance',
    market: 'HK',
    authorization: bearer,
    headers: answers.cards,
    body: {
      availablePointBalance: 91000000000000,
      programConversionRate: 0.2521,
      currencyCode: 'HKD',
      maximumPointsToRedeem: 15000,
      minimumPointsToRedeem: 100,
    },
  }),
]
