import type { Check } from '../check.ts'
import { findStorable } from '../headers.ts'
import { isTokenRefusal } from '../subject.ts'

/** A 429 has a rule of its own. */
export const tokenErrorNoStore: Check = {
  requirement: 'token.error.no-store',
  appliesTo: (subject) => isTokenRefusal(subject) && subject.exchange.response.status !== 429,
  find: ({ exchange }) => findStorable(exchange),
}
