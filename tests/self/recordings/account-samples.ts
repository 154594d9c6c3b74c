import { answers } from './answers.ts'
import { type Sample, sampleOf } from './recorded.ts'
import { sampleToken } from './token-samples.ts'

const bearer = `Bearer ${sampleToken}`
const accountId = '63345745333946686651706662332f63'
const listPath = '/v1/moneyMovement/personalDomesticTransfers'
const transaction = {
  displayAccountNumber: 'XXXXXX1234',
  transactionDate: '2020-06-30',
  transactionDescription: 'RENT',
  transactionReferenceId: 'T1',
  transactionDetailViewFlag: true,
  transactionAmount: 12.5,
  currencyCode: 'BHD',
  transactionType: 'DEBIT',
  transactionStatus: 'POSTED',
  runningBalance: 100,
  transactionPostingDate: '2020-06-30',
  transactionCode: '0012',
}
const blank = { transactionDate: ' 2019-01-01', transactionPostingDate: ' 2019-01-01' }
const invalid = { type: 'invalid', code: 'invalidRequest', details: 'Missing or invalid Parameters' }

/** Accounts and transfers as the bank's sandbox was seen to answer them. */
export const accountSamples: readonly Sample[] = [
  sampleOf('accounts', {
    call: 'GET /v1/accounts',
    market: 'BH',
    authorization: bearer,
    headers: answers.coreBanking,
    body: {
      accountGroupSummary: [
        {
          accountGroup: 'CHECKING',
          accounts: [
            {
              checkingAccountSummary: {
                productName: 'CURRENT ACCOUNT',
                productCode: '0001_SAG00',
                displayAccountNumber: 'XXXXXX1234',
                accountId,
                currencyCode: 'USD',
                accountClassification: 'ASSET',
                accountStatus: 'ACTIVE',
                currentBalance: 91352.21,
                availableBalance: 91352,
              },
            },
          ],
        },
      ],
    },
    shows: ['core-banking-cacheable'],
  }),
  sampleOf('invented-scheme', {
    call: 'GET /v1/accounts',
    market: 'BH',
    authorization: `Bearer1 ${sampleToken}`,
    status: 401,
    headers: {
      ...answers.gateway,
      'WWW-Authenticate': 'Bearer error="invalid_token",error_description="access_token cannot be verified"',
    },
    body: { type: 'unAuthorized', code: '401', details: 'Authorization credentials are missing or invalid' },
    shows: ['gateway-401-names-itself'],
  }),
  sampleOf('bare-bearer', {
    call: `GET ${listPath}/destinationAccounts/sourceAccounts`,
    market: 'BH',
    authorization: 'Bearer',
    status: 401,
    headers: { ...answers.gateway, 'Content-Type': 'text/plain', 'WWW-Authenticate': 'Bearer' },
    body: '{"type":"error","code":"unAuthorized","details":"Authorization credential is missing or invalid"}',
    shows: ['bare-bearer-as-text'],
  }),
  sampleOf('transactions', {
    call: 'GET /v1/accounts/{accountId}/transactions',
    path: `//v1/accounts/${accountId}/transactions?transactionStatus=POSTED`,
    market: 'BH',
    authorization: bearer,
    headers: answers.coreBanking,
    body: { transactions: [transaction, { ...transaction, ...blank }] },
    shows: ['core-banking-cacheable', 'transactions-detail-flag', 'transaction-date-blank'],
  }),
  sampleOf('transactions-of-nobody', {
    call: 'GET /v1/accounts/{accountId}/transactions',
    path: `/v1/accounts/12345${accountId}/transactions`,
    market: 'BH',
    authorization: bearer,
    status: 400,
    headers: answers.coreBanking,
    body: invalid,
  }),
  sampleOf('transfer-announced', {
    call: `POST ${listPath}/preprocess`,
    market: 'BH',
    authorization: bearer,
    requestBody: {
      sourceAccountId: accountId,
      transactionAmount: '30',
      transferCurrencyIndicator: 'SOURCE_ACCOUNT_CURRENCY',
      destinationAccountId: accountId,
    },
    headers: answers.coreBanking,
    body: {
      controlFlowId: '8769063532505072322b4c686a3770',
      debitDetails: { transactionDebitAmount: 500, currencyCode: 'BHD' },
      creditDetails: { transactionCreditAmount: 500, currencyCode: 'BHD' },
      foreignExchangeRate: 1,
      transactionFee: 0,
      feeCurrencyCode: 'BHD',
    },
    shows: ['core-banking-cacheable', 'transfer-quote-canned'],
  }),
  sampleOf('transfer-made', {
    call: `POST ${listPath}`,
    market: 'BH',
    authorization: bearer,
    requestBody: { controlFlowId: '8769063532505072322b4c686a3770' },
    headers: answers.coreBanking,
    body: {
      SourceAccount: {
        displaySourceAccountNumber: 'XXXXXX7364',
        sourceAccountAvailableBalance: 8206,
        sourceCurrencyCode: 'BHD',
      },
      DestinationAccount: {
        displayDestinationAccountNumber: 'XXXXXX9556',
        destinationAccountAvailableBalance: 41082.18,
        destinationCurrencyCode: 'BHD',
      },
      transactionReferenceId: 'HBKFT6864856X00233464',
    },
    shows: ['core-banking-cacheable', 'transfer-confirmation-capitals'],
  }),
  sampleOf('transfer-of-nobody', {
    call: `POST ${listPath}`,
    market: 'BH',
    authorization: bearer,
    requestBody: { controlFlowId: '1' },
    status: 400,
    headers: answers.coreBanking,
    body: { type: 'error', code: 'invalidControlFlowId', details: 'Control flow ID is invalid' },
  }),
]
