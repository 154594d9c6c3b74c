import type { Check } from '../check.ts'
import { describeValue, propertyOf } from '../json.ts'
import { isTokenSuccess } from '../subject.ts'

/** The letter case of the type is free. */
export const tokenResponseTokenType: Check = {
  requirement: 'token.response.token-type',
  appliesTo: isTokenSuccess,
  find: ({ json }) => {
    const type = propertyOf(json, 'token_type')
    if (typeof type === 'string' && type.toLowerCase() === 'bearer') return []
    return [{ at: '/token_type', expected: 'Bearer', actual: describeValue(type) }]
  },
}
