import type { Check } from '../check.ts'
import { numberOf, propertyOf } from '../json.ts'
import { isOrdinaryTokenSuccess } from '../subject.ts'

/** Only a declared lifetime is compared; that one is declared, as a number, is another requirement. */
export const tokenResponseLifetime1800: Check = {
  requirement: 'token.response.lifetime-1800',
  appliesTo: (subject) =>
    isOrdinaryTokenSuccess(subject) && !Number.isNaN(numberOf(propertyOf(subject.json, 'expires_in'))),
  find: ({ json }) => {
    const seconds = numberOf(propertyOf(json, 'expires_in'))
    if (seconds === 1800) return []
    return [{ at: '/expires_in', expected: '1800', actual: String(seconds) }]
  },
}
