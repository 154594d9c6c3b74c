import type { CheckCase } from './check-case.ts'
import { changed } from './exchange-of.ts'
import { accountsGranted, addressUnknown, clientRefused, loginPage, tokenExpired } from './samples.ts'

const challenged = (challenge: string | undefined) =>
  changed(tokenExpired, { headers: { 'WWW-Authenticate': challenge } })

export const bearerCases: readonly CheckCase[] = [
  {
    requirement: 'bearer.challenge.present',
    kept: [tokenExpired, challenged('bearer error="invalid_token"')],
    broken: [
      {
        exchange: challenged(undefined),
        at: 'header WWW-Authenticate',
        expected: 'a challenge with the scheme Bearer',
        actual: 'no header',
      },
      {
        exchange: challenged('default'),
        at: 'header WWW-Authenticate',
        expected: 'a challenge with the scheme Bearer',
        actual: 'default',
      },
    ],
    outside: [clientRefused, addressUnknown, changed(loginPage, { status: 401 })],
  },
  {
    requirement: 'bearer.challenge.invalid-token',
    kept: [tokenExpired, challenged('Bearer error=invalid_token')],
    broken: [
      {
        exchange: challenged('Bearer realm="invalid_token"'),
        at: 'header WWW-Authenticate',
        expected: 'error="invalid_token"',
        actual: 'Bearer realm="invalid_token"',
      },
    ],
    outside: [
      challenged(undefined),
      changed(tokenExpired, { requestHeaders: { Authorization: 'Bearer' } }),
      changed(tokenExpired, { requestHeaders: { Authorization: 'Bearer1 some-old-token' } }),
    ],
  },
  {
    requirement: 'bearer.challenge.unique-attributes',
    kept: [tokenExpired, challenged('Bearer error="invalid_token", Bearer error="invalid_token"')],
    broken: [
      {
        exchange: challenged('Bearer error="invalid_token", scope="a", Scope="b"'),
        at: 'header WWW-Authenticate',
        expected: 'scope at most once',
        actual: 'scope more than once',
      },
    ],
    outside: [clientRefused, accountsGranted],
  },
]
