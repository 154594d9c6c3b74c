import { throwIfRefused } from '../first-answer.ts'
import { type Diagnosis, good } from '../types.ts'

/** The target knows the application. */
export const credentials: Diagnosis = {
  title: 'credentials',
  ofTarget: true,
  stopsRun: true,
  examine: async (patient) => {
    throwIfRefused(patient, await patient.token(patient.market), ['credentials-refused'])
    return good('known to the target')
  },
}
