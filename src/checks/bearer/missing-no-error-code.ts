import { headerOf } from '../../http/exchange.ts'
import type { Check, Subject } from '../check.ts'
import { bearerChallengesOf, reportHeader } from '../headers.ts'
import { isResourceCall } from '../subject.ts'

/** Who sent no token did nothing wrong yet: an error code would send a client off to renew one. */
export const bearerMissingNoErrorCode: Check = {
  requirement: 'bearer.missing.no-error-code',
  appliesTo: (subject) =>
    isResourceCall(subject) &&
    subject.exchange.response.status === 401 &&
    carriesNothing(subject) &&
    bearerChallengesOf(subject.exchange).length > 0,
  find: ({ exchange }) => {
    const attributes = bearerChallengesOf(exchange).flatMap((challenge) => challenge.attributes)
    if (!attributes.some(([name]) => name.startsWith('error'))) return []
    return reportHeader(exchange, 'WWW-Authenticate', 'a challenge without an error')
  },
}

function carriesNothing({ exchange }: Subject): boolean {
  const { headers, url } = exchange.request
  return headerOf(headers, 'authorization') === undefined && !/[?&]access_token=/.test(url)
}
