import type { Check } from '../check.ts'
import { findKept } from '../headers.ts'
import { isRefusal, isResourceCall } from '../subject.ts'

/** A refusal that a cache keeps outlives its reason; the refusals of a spent quota have a rule of their own. */
export const httpCacheRefusals: Check = {
  requirement: 'http.cache.refusals',
  appliesTo: (subject) =>
    isRefusal(subject) && isResourceCall(subject) && subject.exchange.response.status !== 429,
  find: ({ exchange }) => findKept(exchange),
}
