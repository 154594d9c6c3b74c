import type { Check } from '../check.ts'
import { bearerChallengesOf, reportHeader } from '../headers.ts'
import { isResourceCall } from '../subject.ts'

/** Whatever the reason of a 401, it must say how to authenticate. */
export const bearerChallengePresent: Check = {
  requirement: 'bearer.challenge.present',
  appliesTo: (subject) => isResourceCall(subject) && subject.exchange.response.status === 401,
  find: ({ exchange }) => {
    if (bearerChallengesOf(exchange).length > 0) return []
    return reportHeader(exchange, 'WWW-Authenticate', 'a challenge with the scheme Bearer')
  },
}
