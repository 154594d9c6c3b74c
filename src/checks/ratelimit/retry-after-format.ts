import type { Check } from '../check.ts'
import { readHttpDate, reportHeader, responseHeader } from '../headers.ts'

/** Whatever status carries the header. */
export const ratelimitRetryAfterFormat: Check = {
  requirement: 'ratelimit.retry-after.format',
  appliesTo: ({ exchange }) => responseHeader(exchange, 'retry-after') !== undefined,
  find: ({ exchange }) => {
    const value = responseHeader(exchange, 'retry-after') ?? ''
    if (/^\d+$/.test(value) || readHttpDate(value) !== undefined) return []
    return reportHeader(exchange, 'Retry-After', 'whole seconds or an HTTP date')
  },
}
