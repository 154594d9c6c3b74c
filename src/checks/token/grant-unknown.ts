import type { Check, Subject } from '../check.ts'
import { describeValue, propertyOf } from '../json.ts'
import { isTokenRefusal } from '../subject.ts'

/** Refusals that speak of the grant; another fault of the request may be named first. */
const grantErrors: readonly unknown[] = ['unsupported_grant_type', 'invalid_grant']

/** Judges refusals of a grant type that the document of the call does not list. */
export const tokenGrantUnknown: Check = {
  requirement: 'token.grant.unknown',
  appliesTo: (subject) =>
    isTokenRefusal(subject) && grantErrors.includes(errorOf(subject)) && hasUnknownGrantType(subject),
  find: (subject) => {
    const error = errorOf(subject)
    if (error === 'unsupported_grant_type') return []
    return [{ at: '/error', expected: 'unsupported_grant_type', actual: describeValue(error) }]
  },
}

function errorOf({ json }: Subject): unknown {
  return propertyOf(json, 'error')
}

function hasUnknownGrantType({ exchange, operation, validators }: Subject): boolean {
  const given = new URLSearchParams(exchange.request.body).get('grant_type') ?? ''
  if (given === '' || operation?.request === undefined) return false
  const violations = validators.forPart(operation, 'request')({ grant_type: given })
  return violations.some(({ at }) => at === '/grant_type')
}
