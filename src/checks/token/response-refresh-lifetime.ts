import type { Check } from '../check.ts'
import { describeValue, numberOf, propertyOf } from '../json.ts'
import { isOrdinaryTokenSuccess } from '../subject.ts'

const seconds = 30 * 24 * 60 * 60

/** A lifetime that is not declared is no finding: the documents do not require the field. */
export const tokenResponseRefreshLifetime: Check = {
  requirement: 'token.response.refresh-lifetime',
  appliesTo: (subject) =>
    isOrdinaryTokenSuccess(subject) && propertyOf(subject.json, 'refresh_token_expires_in') !== undefined,
  find: ({ json }) => {
    const declared = propertyOf(json, 'refresh_token_expires_in')
    if (numberOf(declared) === seconds) return []
    return [{ at: '/refresh_token_expires_in', expected: String(seconds), actual: describeValue(declared) }]
  },
}
