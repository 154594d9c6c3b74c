import type { Check } from '../check.ts'
import { describeValue, propertyOf } from '../json.ts'
import { isTokenSuccess } from '../subject.ts'

/** A number in quotes is a finding: clients compute with it. */
export const tokenResponseExpiresIn: Check = {
  requirement: 'token.response.expires-in',
  appliesTo: isTokenSuccess,
  find: ({ json }) => {
    const seconds = propertyOf(json, 'expires_in')
    if (typeof seconds === 'number' && seconds > 0) return []
    return [{ at: '/expires_in', expected: 'a positive number', actual: describeValue(seconds) }]
  },
}
