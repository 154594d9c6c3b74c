import type { CheckCase } from './check-case.ts'
import { changed } from './exchange-of.ts'
import {
  accountsGranted,
  cardGranted,
  clientRefused,
  guideGranted,
  pairGranted,
  tokenExpired,
  tokenGranted,
  tokenRefused,
  tokenValue,
} from './samples.ts'

const granted = tokenGranted.body as object
const pair = pairGranted.body as object
const unknownGrant = (error: string) =>
  changed(tokenRefused, { requestBody: 'grant_type=telepathy&scope=%2Fapi', body: { error } })
const withBody = (body: unknown) => changed(tokenGranted, { body })

export const tokenResponseCases: readonly CheckCase[] = [
  {
    requirement: 'token.client-auth.401-challenge',
    kept: [
      clientRefused,
      changed(clientRefused, { headers: { 'WWW-Authenticate': 'Bearer, basic realm="x"' } }),
    ],
    broken: [
      {
        exchange: changed(clientRefused, { headers: { 'WWW-Authenticate': 'Bearer realm="Basic"' } }),
        at: 'header WWW-Authenticate',
        expected: 'a challenge with the scheme Basic',
        actual: 'Bearer realm="Basic"',
      },
      {
        exchange: changed(clientRefused, { headers: { 'WWW-Authenticate': undefined } }),
        at: 'header WWW-Authenticate',
        expected: 'a challenge with the scheme Basic',
        actual: 'no header',
        also: ['shape.header.documented'],
      },
    ],
    outside: [tokenExpired, tokenRefused],
  },
  {
    requirement: 'token.grant.unknown',
    kept: [unknownGrant('unsupported_grant_type')],
    broken: [
      {
        exchange: unknownGrant('invalid_grant'),
        at: '/error',
        expected: 'unsupported_grant_type',
        actual: '"invalid_grant"',
      },
    ],
    outside: [
      tokenGranted,
      tokenRefused,
      unknownGrant('invalid_request'),
      changed(unknownGrant('invalid_grant'), { requestBody: 'grant_type=client_credentials' }),
      changed(unknownGrant('invalid_grant'), { call: pairGranted.call }),
    ],
  },
  {
    requirement: 'token.response.access-token',
    kept: [tokenGranted, pairGranted, guideGranted],
    broken: [
      {
        exchange: withBody({ ...granted, access_token: `${tokenValue}é` }),
        at: '/access_token',
        expected: 'a string of visible ASCII characters',
        actual: 'other characters',
      },
      {
        exchange: withBody({ ...granted, access_token: 8_675_309 }),
        at: '/access_token',
        expected: 'a string of visible ASCII characters',
        actual: 'a value of type number',
        also: ['shape.body.documented'],
      },
      {
        exchange: withBody({ ...granted, access_token: undefined }),
        at: '/access_token',
        expected: 'a string of visible ASCII characters',
        actual: 'no such field',
        also: ['shape.body.documented'],
      },
    ],
    outside: [tokenRefused, accountsGranted],
  },
  {
    requirement: 'token.response.token-type',
    kept: [tokenGranted, withBody({ ...granted, token_type: 'BEARER' })],
    broken: [
      {
        exchange: withBody({ ...granted, token_type: 'mac' }),
        at: '/token_type',
        expected: 'Bearer',
        actual: '"mac"',
      },
    ],
    outside: [tokenRefused],
  },
  {
    requirement: 'token.response.expires-in',
    kept: [tokenGranted, cardGranted],
    broken: [
      {
        exchange: withBody({ ...granted, expires_in: '1800' }),
        at: '/expires_in',
        expected: 'a positive number',
        actual: '"1800"',
        also: ['shape.body.documented'],
      },
      {
        exchange: changed(guideGranted, { body: { ...granted, expires_in: 0 } }),
        at: '/expires_in',
        expected: 'a positive number',
        actual: '0',
      },
    ],
    outside: [tokenRefused],
  },
  {
    requirement: 'token.response.lifetime-1800',
    kept: [tokenGranted, pairGranted],
    broken: [
      {
        exchange: withBody({ ...granted, expires_in: 3600 }),
        at: '/expires_in',
        expected: '1800',
        actual: '3600',
      },
    ],
    outside: [cardGranted, guideGranted, tokenRefused, withBody({ ...granted, expires_in: undefined })],
  },
  {
    requirement: 'token.response.refresh-lifetime',
    kept: [pairGranted],
    broken: [
      {
        exchange: changed(pairGranted, { body: { ...pair, refresh_token_expires_in: 2_591_000 } }),
        at: '/refresh_token_expires_in',
        expected: '2592000',
        actual: '2591000',
      },
    ],
    outside: [tokenGranted, cardGranted],
  },
  {
    requirement: 'token.response.no-store',
    kept: [tokenGranted, changed(guideGranted, { headers: { 'Cache-Control': 'private, No-Store' } })],
    broken: [
      {
        exchange: changed(guideGranted, { headers: { 'Cache-Control': 'no-cache, max-age=0' } }),
        at: 'header Cache-Control',
        expected: 'no-store',
        actual: 'no-cache, max-age=0',
      },
      {
        exchange: changed(tokenGranted, { headers: { 'Cache-Control': undefined } }),
        at: 'header Cache-Control',
        expected: 'no-store',
        actual: 'no header',
        also: ['shape.header.documented'],
      },
    ],
    outside: [tokenRefused, accountsGranted],
  },
  {
    requirement: 'token.response.pragma',
    kept: [tokenGranted],
    broken: [
      {
        exchange: changed(tokenGranted, { headers: { Pragma: undefined } }),
        at: 'header Pragma',
        expected: 'no-cache',
        actual: 'no header',
      },
    ],
    outside: [tokenRefused],
  },
  {
    requirement: 'token.response.scope',
    kept: [tokenGranted],
    broken: [
      {
        exchange: withBody({ ...granted, scope: '' }),
        at: '/scope',
        expected: 'the granted scope',
        actual: '""',
      },
    ],
    outside: [tokenRefused],
  },
]
