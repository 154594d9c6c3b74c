import type { Check } from '../check.ts'
import { limitsOf } from './limits.ts'

/** Compares each plan with its own limit; a plan whose limit is not sent has no upper end. */
export const ratelimitHeaderRemainingRange: Check = {
  requirement: 'ratelimit.header.remaining-range',
  appliesTo: ({ exchange }) => limitsOf(exchange, 'x-ratelimit-remaining') !== undefined,
  find: ({ exchange }) => {
    const limits = limitsOf(exchange, 'x-ratelimit-limit')
    return [...(limitsOf(exchange, 'x-ratelimit-remaining') ?? [])].flatMap(([plan, remaining]) => {
      const limit = limits?.get(plan)
      if (remaining >= 0 && remaining <= (limit ?? Infinity)) return []
      const expected = `between 0 and ${limit ?? 'the limit'} calls left of ${plan}`
      return [{ at: 'header X-RateLimit-Remaining', expected, actual: String(remaining) }]
    })
  },
}
