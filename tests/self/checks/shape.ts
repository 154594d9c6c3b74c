import type { CheckCase } from './check-case.ts'
import { changed } from './exchange-of.ts'
import {
  accountGranted,
  accountsGranted,
  addressUnknown,
  currenciesGranted,
  guideAccounts,
  loginPage,
  quotaSpent,
  resourceRefused,
  tokenGranted,
  tokenRefused,
} from './samples.ts'

const account = accountGranted.body as object
const withAccount = (fields: object) => changed(accountGranted, { body: { ...account, ...fields } })

export const shapeCases: readonly CheckCase[] = [
  {
    requirement: 'shape.body.documented',
    kept: [accountsGranted, accountGranted, tokenGranted, tokenRefused],
    broken: [
      {
        exchange: withAccount({ accountId: 7 }),
        at: '/accountId',
        expected: 'must be string',
        actual: '7',
      },
      {
        exchange: withAccount({ accountId: undefined }),
        at: '/accountId',
        expected: 'field accountId',
        actual: 'no such field',
      },
      {
        exchange: changed(accountGranted, { body: undefined }),
        at: '/',
        expected: 'a JSON body',
        actual: 'no body',
      },
      {
        exchange: changed(accountGranted, { body: [] }),
        at: '/',
        expected: 'must be object',
        actual: '[]',
      },
    ],
    outside: [
      guideAccounts,
      quotaSpent,
      resourceRefused,
      addressUnknown,
      loginPage,
      changed(currenciesGranted, { status: 204, body: undefined }),
    ],
  },
  {
    requirement: 'shape.body.inferred',
    kept: [guideAccounts, quotaSpent],
    broken: [
      {
        exchange: changed(guideAccounts, { body: [{ currency: 'USD' }] }),
        at: '/0/accountId',
        expected: 'field accountId',
        actual: 'no such field',
      },
      {
        exchange: changed(quotaSpent, { body: { code: 'tooMany' } }),
        at: '/type',
        expected: 'field type',
        actual: 'no such field',
      },
    ],
    outside: [accountsGranted, resourceRefused],
  },
  {
    requirement: 'shape.body.undocumented-field',
    kept: [accountsGranted, resourceRefused, guideAccounts],
    broken: [
      {
        exchange: withAccount({ mood: 'sunny' }),
        at: '/mood',
        expected: 'no such field in the documents',
        actual: 'field mood',
      },
      {
        exchange: changed(resourceRefused, {
          body: { ...(resourceRefused.body as object), transactionId: '1' },
        }),
        at: '/transactionId',
        expected: 'no such field in the documents',
        actual: 'field transactionId',
      },
    ],
    outside: [addressUnknown, loginPage],
  },
  {
    requirement: 'shape.header.documented',
    kept: [accountGranted, tokenGranted],
    broken: [
      {
        exchange: changed(accountGranted, { headers: { 'X-Total-Count': undefined } }),
        at: 'header X-Total-Count',
        expected: 'the header',
        actual: 'no header',
      },
      {
        exchange: changed(accountGranted, { headers: { 'X-Total-Count': 'many' } }),
        at: 'header X-Total-Count',
        expected: 'must be integer',
        actual: 'many',
      },
      {
        exchange: changed(accountGranted, { headers: { 'X-Total-Count': '-1' } }),
        at: 'header X-Total-Count',
        expected: 'must be >= 0',
        actual: '-1',
      },
    ],
    outside: [accountsGranted, addressUnknown],
  },
  {
    requirement: 'shape.value.currency',
    kept: [accountsGranted, guideAccounts],
    broken: [
      {
        exchange: withAccount({ currencyCode: 'Rs.' }),
        at: '/currencyCode',
        expected: 'a code of ISO 4217',
        actual: '"Rs."',
      },
      {
        exchange: changed(guideAccounts, { body: [{ accountId: '1', currency: 'usd' }] }),
        at: '/0/currency',
        expected: 'a code of ISO 4217',
        actual: '"usd"',
      },
    ],
    outside: [resourceRefused, tokenGranted, currenciesGranted],
  },
  {
    requirement: 'shape.value.masking',
    kept: [
      accountsGranted,
      withAccount({ displayAccountNumber: '************1111' }),
      withAccount({ displayAccountNumber: '4111111111111112' }),
      withAccount({ accountId: 'a4111111111111111f' }),
    ],
    broken: [
      {
        exchange: withAccount({ displayAccountNumber: 'card 4111111111111111' }),
        at: '/displayAccountNumber',
        expected: 'a masked card number',
        actual: '411111…1111',
      },
      {
        exchange: withAccount({ displayAccountNumber: '5500 0000 0000 0004' }),
        at: '/displayAccountNumber',
        expected: 'a masked card number',
        actual: '550000…0004',
      },
      {
        exchange: changed(accountsGranted, { headers: { 'X-Card': '378282246310005' } }),
        at: 'header X-Card',
        expected: 'a masked card number',
        actual: '378282…0005',
      },
    ],
    outside: [changed(currenciesGranted, { status: 204, body: undefined })],
  },
  {
    requirement: 'shape.value.amount-noise',
    kept: [accountsGranted, accountGranted],
    broken: [
      {
        exchange: withAccount({ currentBalance: 41_666.619999999995 }),
        at: '/currentBalance',
        expected: 'at most 4 decimals',
        actual: '41666.619999999995',
      },
      {
        exchange: changed(accountGranted, {
          body: '{"accountId":"a","currencyCode":"INR","currentBalance":1.00000}',
        }),
        at: '/currentBalance',
        expected: 'at most 4 decimals',
        actual: '1.00000',
      },
    ],
    outside: [resourceRefused, currenciesGranted],
  },
]
