import type { CheckCase } from './check-case.ts'
import { changed } from './exchange-of.ts'
import { accountsGranted, currenciesGranted, loginPage, resourceRefused } from './samples.ts'

const listing = (account: object) => changed(accountsGranted, { body: { accounts: [account] } })
const account = { accountId: '3739326135646365', currencyCode: 'INR', currentBalance: 1 }

const quote = (asked: object, quoted: object) =>
  changed(accountsGranted, {
    call: 'POST /v1/transfers/preprocess',
    requestHeaders: { 'Content-Type': 'application/json' },
    requestBody: JSON.stringify(asked),
    body: quoted,
  })
const inSource = { transactionAmount: '30', transferCurrencyIndicator: 'SOURCE_ACCOUNT_CURRENCY' }
const inDestination = { transactionAmount: 30, transferCurrencyIndicator: 'DESTINATION_ACCOUNT_CURRENCY' }
const quoted = (debit: unknown, credit: unknown) => ({
  debitDetails: { transactionDebitAmount: debit },
  creditDetails: { transactionCreditAmount: credit },
})

export const furtherShapeCases: readonly CheckCase[] = [
  {
    requirement: 'shape.value.amount-asked',
    kept: [quote(inSource, quoted(30, 40)), quote(inDestination, quoted(20, 30))],
    broken: [
      {
        exchange: quote(inSource, quoted(500, 30)),
        at: '/debitDetails/transactionDebitAmount',
        expected: '30, as asked',
        actual: '500',
      },
      {
        exchange: quote(inDestination, quoted(30, 500)),
        at: '/creditDetails/transactionCreditAmount',
        expected: '30, as asked',
        actual: '500',
      },
    ],
    outside: [
      accountsGranted,
      quote(inSource, {}),
      quote({ ...inSource, transactionAmount: [] }, quoted(1, 2)),
      changed(quote(inSource, quoted(1, 2)), { status: 400 }),
      changed(quote(inSource, quoted(1, 2)), { requestBody: '{' }),
    ],
  },
  {
    requirement: 'shape.value.date',
    kept: [
      listing({ ...account, displayAccountNumber: '2024-02-29' }),
      listing({ ...account, displayAccountNumber: '2025-12-31T23:59:60Z' }),
    ],
    broken: [
      {
        exchange: listing({ ...account, displayAccountNumber: '2025-02-29' }),
        at: '/accounts/0/displayAccountNumber',
        expected: 'a day of the calendar',
        actual: '"2025-02-29"',
      },
      {
        exchange: listing({ ...account, displayAccountNumber: '2025-13-01T10:00:00Z' }),
        at: '/accounts/0/displayAccountNumber',
        expected: 'a day of the calendar',
        actual: '"2025-13-01T10:00:00Z"',
      },
    ],
    outside: [accountsGranted, resourceRefused, loginPage],
  },
  {
    requirement: 'shape.value.placeholder',
    kept: [accountsGranted, currenciesGranted, listing({ ...account, displayAccountNumber: 'Null' })],
    broken: [
      {
        exchange: listing({ ...account, displayAccountNumber: 'undefined' }),
        at: '/accounts/0/displayAccountNumber',
        expected: 'a value, or no field',
        actual: '"undefined"',
      },
      {
        exchange: listing({ ...account, displayAccountNumber: '${account.number}' }),
        at: '/accounts/0/displayAccountNumber',
        expected: 'a value, or no field',
        actual: '"${account.number}"',
      },
    ],
    outside: [resourceRefused, loginPage],
  },
]
