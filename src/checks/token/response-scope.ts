import type { Check } from '../check.ts'
import { describeValue, propertyOf } from '../json.ts'
import { isTokenSuccess } from '../subject.ts'

/** The standard asks for the scope only when it differs from the request; the bank documents it always. */
export const tokenResponseScope: Check = {
  requirement: 'token.response.scope',
  appliesTo: isTokenSuccess,
  find: ({ json }) => {
    const scope = propertyOf(json, 'scope')
    if (typeof scope === 'string' && scope.trim() !== '') return []
    return [{ at: '/scope', expected: 'the granted scope', actual: describeValue(scope) }]
  },
}
