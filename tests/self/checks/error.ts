import type { CheckCase } from './check-case.ts'
import { changed } from './exchange-of.ts'
import {
  accountsGranted,
  addressUnknown,
  bankFailed,
  clientRefused,
  loginPage,
  pairGranted,
  quotaSpent,
  resourceRefused,
  tokenExpired,
  tokenGranted,
  tokenRefused,
  tokenValue,
} from './samples.ts'

const refusal = resourceRefused.body as object
const saying = (details: string) => changed(resourceRefused, { body: { ...refusal, details } })
const page = '<!doctype html><title>Bad request</title>'
const documentedFatal = changed(resourceRefused, {
  call: 'GET /v1/accounts/unknown',
  status: 404,
  body: { type: 'fatal', code: 'serverUnavailable' },
})

export const errorCases: readonly CheckCase[] = [
  {
    requirement: 'error.shape',
    kept: [
      resourceRefused,
      tokenExpired,
      bankFailed,
      addressUnknown,
      changed(addressUnknown, { body: { errors: [{ type: 'error', code: 'notFound' }] } }),
    ],
    broken: [
      {
        exchange: changed(resourceRefused, { body: { code: 'invalidRequest' } }),
        at: '/type',
        expected: 'field type',
        actual: 'no such field',
      },
      {
        exchange: changed(addressUnknown, { body: { errors: [{ type: 'unAuthorized', code: 'notFound' }] } }),
        at: '/errors/0/type',
        expected: 'one of error, warn, invalid, fatal',
        actual: '"unAuthorized"',
      },
      {
        exchange: changed(addressUnknown, {
          headers: { 'Content-Type': 'text/plain' },
          body: 'no such page',
        }),
        at: '/',
        expected: 'an error with type and code',
        actual: 'no such page',
      },
      {
        exchange: changed(resourceRefused, { body: undefined }),
        at: '/',
        expected: 'a JSON body',
        actual: 'no body',
      },
    ],
    outside: [
      quotaSpent,
      tokenRefused,
      accountsGranted,
      changed(addressUnknown, { call: 'HEAD /v1/nothing', body: undefined }),
    ],
  },
  {
    requirement: 'error.code-known',
    kept: [resourceRefused, tokenExpired, tokenRefused],
    broken: [
      {
        exchange: changed(resourceRefused, { body: { ...refusal, code: 'noSuchCode' } }),
        at: '/code',
        expected: 'one of invalidRequest, noAccounts',
        actual: '"noSuchCode"',
      },
      {
        exchange: changed(clientRefused, { body: { error: 'invalid_grant' } }),
        at: '/error',
        expected: 'one of invalid_client',
        actual: '"invalid_grant"',
        also: ['token.error.status-400'],
      },
    ],
    outside: [quotaSpent, bankFailed, addressUnknown, accountsGranted],
  },
  {
    requirement: 'error.type-matches-status',
    kept: [resourceRefused, bankFailed, documentedFatal],
    broken: [
      {
        exchange: changed(resourceRefused, { body: { ...refusal, type: 'fatal' } }),
        at: '/type',
        expected: 'error, warn or invalid with 400',
        actual: 'fatal',
      },
      {
        exchange: changed(bankFailed, { body: { type: 'error', code: 'serverDown' } }),
        at: '/type',
        expected: 'fatal with 500',
        actual: 'error',
      },
    ],
    outside: [accountsGranted, tokenRefused],
  },
  {
    requirement: 'error.no-internals',
    kept: [
      resourceRefused,
      tokenRefused,
      saying('Please select an account from the list at 10:30, or see https://bank.example/home/help'),
      saying("/APIProcessInput/QueryParams/Param[Name='transactionStatus']/Value"),
    ],
    broken: [
      {
        exchange: saying('at com.bank.Ledger.find(Ledger.java:118)'),
        at: '/details',
        expected: 'no stack trace',
        actual: 'at com.bank.Ledger.find(Ledger.java:118',
      },
      {
        exchange: saying('java.lang.NullPointerException'),
        at: '/details',
        expected: 'no stack trace',
        actual: 'java.lang.NullPointerException',
      },
      {
        exchange: saying('cannot open /opt/bank/ledger/config.xml'),
        at: '/details',
        expected: 'no file path',
        actual: '/opt/bank/ledger/config.xml',
      },
      {
        exchange: saying('failed: SELECT * FROM accounts'),
        at: '/details',
        expected: 'no query',
        actual: 'SELECT * FROM ',
      },
      {
        exchange: saying('no route to ledger-01.bank.internal.'),
        at: '/details',
        expected: 'no internal host',
        actual: 'bank.internal',
      },
      {
        exchange: saying('upstream 10.20.30.40 timed out.'),
        at: '/details',
        expected: 'no internal address',
        actual: '10.20.30.40',
      },
    ],
    outside: [accountsGranted, changed(resourceRefused, { body: undefined })],
  },
  {
    requirement: 'error.no-echo',
    kept: [
      accountsGranted,
      tokenGranted,
      changed(pairGranted, { body: { ...(pairGranted.body as object), refresh_token: `${tokenValue}old` } }),
    ],
    broken: [
      {
        exchange: changed(accountsGranted, {
          headers: { 'X-Request-Authorization': `Bearer ${tokenValue}` },
        }),
        at: 'header X-Request-Authorization',
        expected: 'no secret of the request',
        actual: 'a secret of the request',
      },
      {
        exchange: saying(`The token ${tokenValue} is not known`),
        at: '/',
        expected: 'no secret of the request',
        actual: 'a secret of the request',
      },
    ],
    outside: [loginPage],
  },
  {
    requirement: 'error.not-html',
    kept: [resourceRefused, tokenRefused, addressUnknown],
    broken: [
      {
        exchange: changed(resourceRefused, { headers: { 'Content-Type': 'text/html' }, body: page }),
        at: 'header Content-Type',
        expected: 'no HTML',
        actual: 'text/html',
      },
      {
        exchange: changed(tokenRefused, { headers: { 'Content-Type': 'text/html' }, body: page }),
        at: 'header Content-Type',
        expected: 'no HTML',
        actual: 'text/html',
      },
      {
        exchange: changed(addressUnknown, { headers: { 'Content-Type': 'text/plain' }, body: page }),
        at: '/',
        expected: 'no HTML',
        actual: page,
      },
    ],
    outside: [loginPage, changed(loginPage, { status: 400 }), accountsGranted],
  },
]
