import type { CheckCase } from './check-case.ts'
import { changed } from './exchange-of.ts'
import {
  accountsGranted,
  clientRefused,
  consentGiven,
  guideGranted,
  pairGranted,
  quotaSpent,
  resourceRefused,
  tokenGranted,
  tokenRefused,
} from './samples.ts'

const granted = tokenGranted.body as object
const refusedWith = (body: unknown) => changed(tokenRefused, { body })

export const tokenErrorCases: readonly CheckCase[] = [
  {
    requirement: 'token.error.status-400',
    kept: [tokenRefused],
    broken: [
      {
        exchange: changed(tokenRefused, { status: 403 }),
        at: 'status',
        expected: '400 with invalid_request',
        actual: '403',
      },
      {
        exchange: changed(guideGranted, { body: { ...granted, error: 'invalid_grant' } }),
        at: 'status',
        expected: '400 with invalid_grant',
        actual: '200',
        also: ['error.not-as-success', 'shape.body.undocumented-field'],
      },
    ],
    outside: [
      clientRefused,
      changed(tokenRefused, { status: 415 }),
      changed(tokenRefused, { status: 503, body: { error: 'temporarily_unavailable' } }),
    ],
  },
  {
    requirement: 'token.error.shape',
    kept: [tokenRefused, clientRefused],
    broken: [
      {
        exchange: refusedWith({ error: 'no_idea' }),
        at: '/error',
        expected: 'a registered error code',
        actual: '"no_idea"',
        also: ['error.code-known'],
      },
      {
        exchange: refusedWith({ type: 'invalid', code: 'invalidRequest' }),
        at: '/error',
        expected: 'a registered error code',
        actual: 'no such field',
        also: ['error.code-known', 'shape.body.documented', 'shape.body.undocumented-field'],
      },
    ],
    outside: [
      resourceRefused,
      changed(tokenRefused, { status: 415 }),
      changed(tokenRefused, {
        call: 'POST /cardAuth/oauth2/authorize/sg/gcb',
        status: 403,
        body: { type: 'error', code: 'mfaRequired' },
      }),
    ],
  },
  {
    requirement: 'token.error.description-charset',
    kept: [tokenRefused],
    broken: [
      {
        exchange: refusedWith({ error: 'invalid_request', error_description: 'Say "scope" – please' }),
        at: '/error_description',
        expected: 'printable ASCII without quotes and backslash',
        actual: 'the characters U+0022, U+2013',
      },
    ],
    outside: [clientRefused, tokenGranted],
  },
  {
    requirement: 'token.error.no-store',
    kept: [tokenRefused, clientRefused],
    broken: [
      {
        exchange: changed(tokenRefused, { headers: { 'Cache-Control': 'private' } }),
        at: 'header Cache-Control',
        expected: 'no-store',
        actual: 'private',
      },
    ],
    outside: [tokenGranted, resourceRefused, changed(quotaSpent, { call: tokenGranted.call })],
  },
  {
    requirement: 'token.value.entropy',
    kept: [tokenGranted, pairGranted, consentGiven],
    broken: [
      {
        exchange: changed(tokenGranted, { body: { ...granted, access_token: '4711000815' } }),
        at: '/access_token',
        expected: 'access_token with at least 128 bits',
        actual: 'at most 33 bits in 10 characters',
      },
      {
        exchange: changed(consentGiven, {
          headers: { Location: 'https://app.example/back?code=abcdefghijklmnopqrst&state=s' },
        }),
        at: 'header Location',
        expected: 'code with at least 128 bits',
        actual: 'at most 94 bits in 20 characters',
      },
    ],
    outside: [accountsGranted, tokenRefused],
  },
]
