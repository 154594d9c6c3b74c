import type { Check, Subject } from '../check.ts'
import { propertyOf } from '../json.ts'
import { isHttpRefusal, isTokenRefusal, isTokenSuccess } from '../subject.ts'
import { tokenErrorCodes } from './oauth-errors.ts'

/**
 * Judges every answer that names a code of the token endpoint, even one with status 200. Refusals that are
 * HTTP's own, such as 415, keep the status of HTTP whatever code they name.
 */
export const tokenErrorStatus400: Check = {
  requirement: 'token.error.status-400',
  appliesTo: (subject) =>
    (isTokenRefusal(subject) || isTokenSuccess(subject)) &&
    !isHttpRefusal(subject) &&
    isJudged(codeOf(subject)),
  find: (subject) => {
    const { status } = subject.exchange.response
    if (status === 400) return []
    return [{ at: 'status', expected: `400 with ${String(codeOf(subject))}`, actual: String(status) }]
  },
}

function codeOf({ json }: Subject): unknown {
  return propertyOf(json, 'error')
}

function isJudged(code: unknown): boolean {
  return typeof code === 'string' && code !== 'invalid_client' && tokenErrorCodes.includes(code)
}
