import type { Check } from '../check.ts'
import { directivesOf, responseHeader } from '../headers.ts'
import { isTokenSuccess } from '../subject.ts'

/** The old companion of no-store, still asked for by the standard. */
export const tokenResponsePragma: Check = {
  requirement: 'token.response.pragma',
  appliesTo: isTokenSuccess,
  find: ({ exchange }) => {
    const value = responseHeader(exchange, 'pragma')
    if (directivesOf(value).has('no-cache')) return []
    return [{ at: 'header Pragma', expected: 'no-cache', actual: value ?? 'no header' }]
  },
}
