import type { Check } from '../check.ts'
import { describeValue, propertyOf } from '../json.ts'
import { isHttpRefusal, isReadable, isTokenRefusal } from '../subject.ts'
import { furtherErrorCodes, tokenErrorCodes } from './oauth-errors.ts'

/** Judges refusals of the 4xx class; HTTP's own refusals and failures of the server follow no OAuth rule. */
export const tokenErrorShape: Check = {
  requirement: 'token.error.shape',
  appliesTo: (subject) =>
    isTokenRefusal(subject) &&
    subject.exchange.response.status < 500 &&
    !isHttpRefusal(subject) &&
    isReadable(subject),
  find: ({ json }) => {
    const code = propertyOf(json, 'error')
    if (typeof code === 'string' && [...tokenErrorCodes, ...furtherErrorCodes].includes(code)) return []
    return [{ at: '/error', expected: 'a registered error code', actual: describeValue(code) }]
  },
}
