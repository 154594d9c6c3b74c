import type { Check } from '../check.ts'
import { propertyOf } from '../json.ts'
import { isTokenSuccess } from '../subject.ts'

/**
 * The token itself is masked, so its recorded facts are judged; a value that was never recorded as a secret
 * is no string or an empty one.
 */
export const tokenResponseAccessToken: Check = {
  requirement: 'token.response.access-token',
  appliesTo: isTokenSuccess,
  find: ({ exchange, json }) => {
    const fact = exchange.response.secrets.find(({ at }) => at === '/access_token')
    if (fact?.type === 'string' && fact.visibleAscii) return []
    const actual = fact === undefined ? describeKind(propertyOf(json, 'access_token')) : 'other characters'
    return [{ at: '/access_token', expected: 'a string of visible ASCII characters', actual }]
  },
}

/** Names the kind only: a token in the wrong type is a secret all the same. */
function describeKind(value: unknown): string {
  if (value === undefined) return 'no such field'
  if (value === '') return 'an empty string'
  return value === null ? 'null' : `a value of type ${typeof value}`
}
