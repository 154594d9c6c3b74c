import type { Check } from '../check.ts'
import { directivesOf, reportHeader, responseHeader } from '../headers.ts'
import { isTokenSuccess } from '../subject.ts'

/** The old companion of no-store, still asked for by the standard. */
export const tokenResponsePragma: Check = {
  requirement: 'token.response.pragma',
  appliesTo: isTokenSuccess,
  find: ({ exchange }) => {
    const directives = directivesOf(responseHeader(exchange, 'pragma'))
    return directives.has('no-cache') ? [] : reportHeader(exchange, 'Pragma', 'no-cache')
  },
}
