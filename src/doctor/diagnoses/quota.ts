import type { Reply } from '../../http/client.ts'
import { headerOf } from '../../http/exchange.ts'
import { throwIfRefused } from '../first-answer.ts'
import { type Diagnosis, good } from '../types.ts'

/** The cap on calls is not used up. */
export const quota: Diagnosis = {
  title: 'quota',
  ofTarget: true,
  stopsRun: true,
  examine: async (patient) => {
    const reply = await patient.token(patient.market)
    throwIfRefused(patient, reply, ['quota-used-up'])
    return good(leftOf(reply))
  },
}

function leftOf({ headers }: Reply): string {
  const [limit, left] = ['x-ratelimit-limit', 'x-ratelimit-remaining'].map((name) => headerOf(headers, name))
  if (left === undefined) return 'the answer tells none'
  return limit === undefined ? `${left} calls left` : `${left} of ${limit} calls left`
}
