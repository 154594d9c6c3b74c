import type { Check } from '../check.ts'
import { isPageCall } from '../subject.ts'

/** With 307 and 308 the browser would send the form, and the password in it, to the next address. */
export const authorizeRedirectNo307: Check = {
  requirement: 'authorize.redirect.no-307',
  appliesTo: (subject) => {
    const { request, response } = subject.exchange
    return isPageCall(subject) && request.method === 'POST' && response.status >= 300 && response.status < 400
  },
  find: ({ exchange }) => {
    const { status } = exchange.response
    if (status !== 307 && status !== 308) return []
    return [{ at: 'status', expected: '303 or 302', actual: String(status) }]
  },
}
