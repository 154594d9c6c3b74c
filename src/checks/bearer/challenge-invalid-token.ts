import { headerOf } from '../../http/exchange.ts'
import type { Check, Subject } from '../check.ts'
import { bearerChallengesOf, reportHeader } from '../headers.ts'
import { isResourceCall } from '../subject.ts'

/** Only for a request that carried a token: without one the challenge names no error. */
export const bearerChallengeInvalidToken: Check = {
  requirement: 'bearer.challenge.invalid-token',
  appliesTo: (subject) =>
    isResourceCall(subject) &&
    subject.exchange.response.status === 401 &&
    carriesToken(subject) &&
    bearerChallengesOf(subject.exchange).length > 0,
  find: ({ exchange }) => {
    const attributes = bearerChallengesOf(exchange).flatMap((challenge) => challenge.attributes)
    if (attributes.some(([name, value]) => name === 'error' && value === 'invalid_token')) return []
    return reportHeader(exchange, 'WWW-Authenticate', 'error="invalid_token"')
  },
}

function carriesToken({ exchange }: Subject): boolean {
  return /^bearer \S/i.test(headerOf(exchange.request.headers, 'authorization') ?? '')
}
