import type { Check, Subject } from '../check.ts'
import { reportHeader, responseHeader } from '../headers.ts'
import { isPageCall } from '../subject.ts'

/** A browser needs an address with its host, or a path of the same host; a bare word leads anywhere. */
export const authorizeRedirectLocation: Check = {
  requirement: 'authorize.redirect.location',
  appliesTo: isRedirect,
  find: ({ exchange }) => {
    const location = responseHeader(exchange, 'location') ?? ''
    if (location.startsWith('/') || URL.canParse(location)) return []
    return reportHeader(exchange, 'Location', 'an address with its host, or a path from the root')
  },
}

function isRedirect(subject: Subject): boolean {
  const { status } = subject.exchange.response
  return isPageCall(subject) && status >= 300 && status < 400 && status !== 304
}
