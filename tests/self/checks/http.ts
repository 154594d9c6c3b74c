import type { CheckCase } from './check-case.ts'
import { changed } from './exchange-of.ts'
import {
  accountsGranted,
  addressUnknown,
  bankFailed,
  currenciesGranted,
  guideAccounts,
  loginPage,
  resourceRefused,
  tokenGranted,
} from './samples.ts'

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf])

export const httpCases: readonly CheckCase[] = [
  {
    requirement: 'http.status.documented',
    kept: [accountsGranted, resourceRefused, loginPage],
    broken: [
      {
        exchange: changed(resourceRefused, { status: 418 }),
        at: 'status',
        expected: 'one of 200, 400, 401, 429, 500',
        actual: '418',
      },
    ],
    outside: [addressUnknown, changed(loginPage, { call: 'GET /authCode/oauth2/consent' })],
  },
  {
    requirement: 'http.content-type.documented',
    kept: [accountsGranted, loginPage],
    broken: [
      {
        exchange: changed(resourceRefused, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } }),
        at: 'header Content-Type',
        expected: 'application/json',
        actual: 'text/plain; charset=utf-8',
      },
      {
        exchange: changed(accountsGranted, { headers: { 'Content-Type': undefined } }),
        at: 'header Content-Type',
        expected: 'application/json',
        actual: 'no header',
      },
    ],
    outside: [addressUnknown, changed(currenciesGranted, { status: 204, body: undefined })],
  },
  {
    requirement: 'http.json.valid',
    kept: [accountsGranted, resourceRefused, addressUnknown],
    broken: [
      {
        exchange: changed(accountsGranted, { body: '{"accounts":[],}' }),
        at: '/',
        expected: 'well-formed JSON',
        actual: '{"accounts":[],}',
      },
      {
        exchange: changed(resourceRefused, { body: '{"type":"invalid"' }),
        at: '/',
        expected: 'well-formed JSON',
        actual: '{"type":"invalid"',
      },
      {
        exchange: changed(accountsGranted, {
          body: Buffer.concat([byteOrderMark, Buffer.from('{"accounts":[]}')]),
        }),
        at: '/',
        expected: 'UTF-8 without byte order mark',
        actual: 'other bytes',
      },
    ],
    outside: [loginPage, changed(currenciesGranted, { status: 204, body: undefined })],
  },
  {
    requirement: 'http.json.unique-names',
    kept: [
      accountsGranted,
      changed(accountsGranted, {
        body: '{"accounts":[{"accountId":"a","currencyCode":"INR"},{"accountId":"b","currencyCode":"INR"}]}',
      }),
    ],
    broken: [
      {
        exchange: changed(accountsGranted, {
          body: '{"accounts":[{"accountId":"a","currencyCode":"INR","account\\u0049d":"b"}]}',
        }),
        at: '/accounts/0/accountId',
        expected: 'accountId once',
        actual: 'accountId again',
      },
    ],
    outside: [currenciesGranted, loginPage],
  },
  {
    requirement: 'http.date.present',
    kept: [accountsGranted, resourceRefused],
    broken: [
      {
        exchange: changed(accountsGranted, { headers: { Date: undefined } }),
        at: 'header Date',
        expected: 'an HTTP date',
        actual: 'no header',
      },
      {
        exchange: changed(accountsGranted, { headers: { Date: 'Tue, 05 Jan 2026 09:00:00 GMT' } }),
        at: 'header Date',
        expected: 'an HTTP date',
        actual: 'Tue, 05 Jan 2026 09:00:00 GMT',
      },
    ],
    outside: [bankFailed],
  },
  {
    requirement: 'http.cache.personal-data',
    kept: [accountsGranted, guideAccounts],
    broken: [
      {
        exchange: changed(accountsGranted, { headers: { 'Cache-Control': 'private' } }),
        at: 'header Cache-Control',
        expected: 'no-store',
        actual: 'private',
      },
      {
        exchange: changed(guideAccounts, { headers: { 'Cache-Control': undefined } }),
        at: 'header Cache-Control',
        expected: 'no-store',
        actual: 'no header',
      },
    ],
    outside: [currenciesGranted, resourceRefused, tokenGranted],
  },
  {
    requirement: 'http.hsts',
    kept: [accountsGranted, bankFailed],
    broken: [
      {
        exchange: changed(accountsGranted, { headers: { 'Strict-Transport-Security': 'max-age=0' } }),
        at: 'header Strict-Transport-Security',
        expected: 'max-age above 0',
        actual: 'max-age=0',
      },
    ],
    outside: [changed(accountsGranted, { scheme: 'http' })],
  },
  {
    requirement: 'http.server.no-version',
    kept: [
      accountsGranted,
      changed(accountsGranted, { headers: { Server: 'AkamaiGHost', Via: 'HTTP/1.1 edge, 1.1 gateway' } }),
      changed(accountsGranted, { headers: { Server: undefined } }),
    ],
    broken: [
      {
        exchange: changed(accountsGranted, { headers: { Server: 'nginx/1.18.0 (Ubuntu)' } }),
        at: 'header Server',
        expected: 'no version',
        actual: 'nginx/1.18.0 (Ubuntu)',
      },
      {
        exchange: changed(accountsGranted, { headers: { Via: '1.1 edge (squid/6.1)' } }),
        at: 'header Via',
        expected: 'no version',
        actual: '1.1 edge (squid/6.1)',
      },
    ],
  },
  {
    requirement: 'http.cors.closed',
    kept: [
      changed(accountsGranted, { headers: { 'Access-Control-Allow-Origin': '*' } }),
      changed(accountsGranted, { requestHeaders: { Origin: 'https://stranger.example' } }),
    ],
    broken: [
      {
        exchange: changed(accountsGranted, {
          requestHeaders: { Origin: 'https://stranger.example' },
          headers: {
            'Access-Control-Allow-Origin': 'https://stranger.example',
            'Access-Control-Allow-Credentials': 'true',
          },
        }),
        at: 'header Access-Control-Allow-Origin',
        expected: 'no foreign origin beside Access-Control-Allow-Credentials: true',
        actual: 'https://stranger.example',
      },
    ],
    outside: [accountsGranted],
  },
  {
    requirement: 'http.correlation.echoed',
    kept: [accountsGranted],
    broken: [
      {
        exchange: changed(accountsGranted, { headers: { uuid: '7' } }),
        at: 'header uuid',
        expected: '6a1f0c1e-0000-4000-8000-00000000000a',
        actual: '7',
      },
    ],
    outside: [resourceRefused, tokenGranted, changed(accountsGranted, { requestHeaders: { uuid: '' } })],
  },
]
