import type { Check } from '../check.ts'
import { reportHeader, responseHeader } from '../headers.ts'

/** Only its presence; what it says is another requirement. */
export const ratelimit429RetryAfter: Check = {
  requirement: 'ratelimit.429.retry-after',
  appliesTo: ({ exchange }) => exchange.response.status === 429,
  find: ({ exchange }) => {
    if (responseHeader(exchange, 'retry-after') !== undefined) return []
    return reportHeader(exchange, 'Retry-After', 'seconds or a date')
  },
}
