import type { Check } from '../check.ts'
import { documentedResponse } from '../subject.ts'

/** Addresses that no document offers, such as the login page, promise no status. */
export const httpStatusDocumented: Check = {
  requirement: 'http.status.documented',
  appliesTo: ({ operation }) => operation !== undefined && operation.responses.length > 0,
  find: (subject) => {
    if (documentedResponse(subject) !== undefined) return []
    const statuses = (subject.operation?.responses ?? []).map(({ status }) => status)
    return [
      {
        at: 'status',
        expected: `one of ${statuses.join(', ')}`,
        actual: String(subject.exchange.response.status),
      },
    ]
  },
}
