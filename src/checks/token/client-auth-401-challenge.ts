import type { Check } from '../check.ts'
import { challengesOf, reportHeader } from '../headers.ts'

/** A 401 to a call that authenticates the client must ask for Basic. */
export const tokenClientAuth401Challenge: Check = {
  requirement: 'token.client-auth.401-challenge',
  appliesTo: ({ exchange, operation }) => operation?.grant === 'basic' && exchange.response.status === 401,
  find: ({ exchange }) => {
    if (challengesOf(exchange).some(({ scheme }) => scheme === 'basic')) return []
    return reportHeader(exchange, 'WWW-Authenticate', 'a challenge with the scheme Basic')
  },
}
