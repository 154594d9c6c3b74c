import type { Check } from '../check.ts'
import { findKept } from '../headers.ts'

/** A cache that keeps a 429 goes on refusing when the server would answer again. */
export const ratelimit429NotCached: Check = {
  requirement: 'ratelimit.429.not-cached',
  appliesTo: ({ exchange }) => exchange.response.status === 429,
  find: ({ exchange }) => findKept(exchange),
}
