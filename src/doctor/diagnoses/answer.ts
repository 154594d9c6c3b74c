import { throwIfRefused } from '../first-answer.ts'
import { type Diagnosis, good } from '../types.ts'

/** What answers is an API: no web page, no redirect, no silence. */
export const answer: Diagnosis = {
  title: 'answer',
  ofTarget: true,
  stopsRun: true,
  examine: async (patient) => {
    const reply = await patient.token(patient.market)
    throwIfRefused(patient, reply, ['not-an-api'])
    return good(`${reply.status} in ${reply.exchange.durationMs} ms`)
  },
}
