import type { Check, Subject } from '../check.ts'
import { findStorable } from '../headers.ts'
import { hasBody } from '../subject.ts'

/** Personal is what needs a customer's consent, and accounts and customers under any grant. */
export const httpCachePersonalData: Check = {
  requirement: 'http.cache.personal-data',
  appliesTo: (subject) =>
    [200, 206].includes(subject.exchange.response.status) && hasBody(subject.exchange) && isPersonal(subject),
  find: ({ exchange }) => findStorable(exchange),
}

function isPersonal({ operation }: Subject): boolean {
  if (operation === undefined) return false
  return operation.grant === 'authorization_code' || /\/(accounts|customers)(\/|$)/.test(operation.path)
}
