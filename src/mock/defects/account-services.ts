import { type Defect, isSuccessOf, rewrite, withEvery, without } from './defect.ts'

/** Mistakes in the journeys of account services. */
export const accountServicesDefects: readonly Defect[] = [
  { id: 'consent-forgotten', breaks: 'account-services.consent.read-back', apply: without('consent.kept') },
  {
    id: 'clear-number-of-another',
    breaks: 'account-services.clear-data.agrees',
    apply: rewrite(
      isSuccessOf('retrieveClearAccountNumbers'),
      withEvery('unmaskedAccountNumber', '72112700'),
    ),
  },
  {
    id: 'clear-number-for-anybody',
    breaks: 'account-services.clear-data.owner',
    apply: without('clear-data.owner'),
  },
  {
    id: 'closure-other-balance',
    breaks: 'account-services.closure.agrees',
    apply: rewrite(isSuccessOf('getClosureBalances'), withEvery('currentOutstandingAmount', 1)),
  },
  {
    id: 'closure-forgets-loans',
    breaks: 'account-services.closure.loans',
    apply: without('closure.loans'),
  },
  {
    id: 'closure-without-consent',
    breaks: 'account-services.closure.consent',
    apply: without('closure.consent'),
  },
  {
    id: 'funds-always-there',
    breaks: 'account-services.funds.agree',
    apply: rewrite(isSuccessOf('checkFunds'), withEvery('sufficientFundsIndicator', true)),
  },
  {
    id: 'transaction-other-amount',
    breaks: 'account-services.transaction.agrees',
    apply: rewrite(isSuccessOf('getTransactionDetails'), withEvery('transactionAmount', 1)),
  },
  {
    id: 'transactions-of-another-day',
    breaks: 'account-services.transaction.confirmed',
    apply: rewrite(isSuccessOf('confirmTransactionDetails'), withEvery('transactionReferenceId', 'OTHER')),
  },
  {
    id: 'transactions-shown-again',
    breaks: 'account-services.transaction.once',
    apply: without('transaction.once'),
  },
  {
    id: 'access-code-again',
    breaks: 'account-services.access-code.fresh',
    apply: rewrite(
      isSuccessOf('createAccountAccessCode'),
      withEvery('accountAccessCode', 'MBKIN260219447ER'),
    ),
  },
]
