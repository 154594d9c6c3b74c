import type { Check } from '../check.ts'
import { responseHeader } from '../headers.ts'

/** Only its presence; what it says is another requirement. */
export const ratelimit429RetryAfter: Check = {
  requirement: 'ratelimit.429.retry-after',
  appliesTo: ({ exchange }) => exchange.response.status === 429,
  find: ({ exchange }) => {
    if (responseHeader(exchange, 'retry-after') !== undefined) return []
    return [{ at: 'header Retry-After', expected: 'seconds or a date', actual: 'no header' }]
  },
}
