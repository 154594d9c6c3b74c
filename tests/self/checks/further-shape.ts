import type { CheckCase } from './check-case.ts'
import { changed } from './exchange-of.ts'
import { accountsGranted, currenciesGranted, loginPage, resourceRefused } from './samples.ts'

const listing = (account: object) => changed(accountsGranted, { body: { accounts: [account] } })
const account = { accountId: '3739326135646365', currencyCode: 'INR', currentBalance: 1 }

export const furtherShapeCases: readonly CheckCase[] = [
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
