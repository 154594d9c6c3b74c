import type { Check } from '../check.ts'
import { describeValue, propertyOf } from '../json.ts'
import { isSuccess } from '../subject.ts'
import { tokenErrorCodes } from '../token/oauth-errors.ts'

/** A warning may come with a success; these cannot. */
const failing: readonly unknown[] = ['error', 'invalid', 'fatal']

/** A client goes by the status: an error under 200 is taken for data. */
export const errorNotAsSuccess: Check = {
  requirement: 'error.not-as-success',
  appliesTo: (subject) => isSuccess(subject) && typeof subject.json === 'object' && subject.json !== null,
  find: ({ exchange, json }) => {
    const [type, code, error] = ['type', 'code', 'error'].map((name) => propertyOf(json, name))
    const isError = failing.includes(type) && typeof code === 'string'
    const isOAuthError = typeof error === 'string' && tokenErrorCodes.includes(error)
    if (!isError && !isOAuthError) return []
    const actual = `${exchange.response.status} with ${describeValue(isError ? code : error)}`
    return [{ at: 'status', expected: 'a status of 400 or above with an error', actual }]
  },
}
