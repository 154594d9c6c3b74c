import type { Check, Subject } from '../check.ts'
import { readHttpDate, responseHeader } from '../headers.ts'
import { propertyOf } from '../json.ts'
import { isTokenSuccess } from '../subject.ts'

/** Clocks of two servers of one bank may differ by this much. */
const skewSeconds = 60

/** Compared with the server's own Date, so that no clock of ours matters; milliseconds lie far ahead of it. */
export const tokenResponseConsentTime: Check = {
  requirement: 'token.response.consent-time',
  appliesTo: (subject) =>
    isTokenSuccess(subject) && answeredAt(subject) !== undefined && consentOf(subject) !== undefined,
  find: (subject) => {
    const latest = (answeredAt(subject) ?? 0) / 1000 + skewSeconds
    const consented = consentOf(subject) ?? 0
    if (Number.isInteger(consented) && consented > 0 && consented <= latest) return []
    return [
      {
        at: '/consented_on',
        expected: `whole seconds since 1970, not after ${latest - skewSeconds}`,
        actual: String(consented),
      },
    ]
  },
}

function answeredAt({ exchange }: Subject): number | undefined {
  return readHttpDate(responseHeader(exchange, 'date') ?? '')
}

function consentOf({ json }: Subject): number | undefined {
  const value = propertyOf(json, 'consented_on')
  return typeof value === 'number' ? value : undefined
}
