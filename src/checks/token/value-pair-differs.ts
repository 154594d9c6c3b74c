import type { Check, Subject } from '../check.ts'
import { isTokenSuccess } from '../subject.ts'

/** Whoever sees one of the two must not hold the other; equal fingerprints mean equal values. */
export const tokenValuePairDiffers: Check = {
  requirement: 'token.value.pair-differs',
  appliesTo: (subject) =>
    isTokenSuccess(subject) &&
    fingerprintOf(subject, 'access_token') !== undefined &&
    fingerprintOf(subject, 'refresh_token') !== undefined,
  find: (subject) => {
    if (fingerprintOf(subject, 'access_token') !== fingerprintOf(subject, 'refresh_token')) return []
    return [{ at: '/refresh_token', expected: 'another value than access_token', actual: 'the same value' }]
  },
}

function fingerprintOf({ exchange }: Subject, name: string): string | undefined {
  return exchange.response.secrets.find(({ at }) => at === `/${name}`)?.fingerprint
}
