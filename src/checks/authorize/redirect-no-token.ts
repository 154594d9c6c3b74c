import type { Check } from '../check.ts'
import { responseHeader } from '../headers.ts'

const opening = /[?&#](access_token|refresh_token|id_token|client_secret|password)=/i

/** Addresses stay in histories and logs; a code may stand there because it dies with its first use. */
export const authorizeRedirectNoToken: Check = {
  requirement: 'authorize.redirect.no-token',
  appliesTo: ({ exchange }) => responseHeader(exchange, 'location') !== undefined,
  find: ({ exchange }) => {
    const name = opening.exec(responseHeader(exchange, 'location') ?? '')?.[1]
    if (name === undefined) return []
    return [{ at: 'header Location', expected: 'no token and no password', actual: `the parameter ${name}` }]
  },
}
