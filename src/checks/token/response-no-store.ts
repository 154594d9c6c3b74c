import type { Check } from '../check.ts'
import { findStorable } from '../headers.ts'
import { isTokenSuccess } from '../subject.ts'

/** Private or no-cache are not enough: both let a cache keep the token. */
export const tokenResponseNoStore: Check = {
  requirement: 'token.response.no-store',
  appliesTo: isTokenSuccess,
  find: ({ exchange }) => findStorable(exchange),
}
