import type { Check } from '../check.ts'
import { reportHeader } from '../headers.ts'
import { limitsOf } from './limits.ts'

const name = 'X-RateLimit-Remaining'

/** Of several plans one is used up, or the refusal had no ground. */
export const ratelimit429NothingLeft: Check = {
  requirement: 'ratelimit.429.nothing-left',
  appliesTo: ({ exchange }) => exchange.response.status === 429 && limitsOf(exchange, name) !== undefined,
  find: ({ exchange }) => {
    const left = [...(limitsOf(exchange, name)?.values() ?? [])]
    return left.some((calls) => calls <= 0) ? [] : reportHeader(exchange, name, 'no calls left')
  },
}
