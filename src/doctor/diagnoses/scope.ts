import { TransportError } from '../../errors.ts'
import { throwIfRefused } from '../first-answer.ts'
import { type Diagnosis, good } from '../types.ts'

/** The application may ask for what the documents name: for itself, and of customers. */
export const scope: Diagnosis = {
  title: 'scope',
  ofTarget: true,
  stopsRun: true,
  examine: async (patient) => {
    throwIfRefused(patient, await patient.token(patient.market), ['scope-refused'])
    const walk = await patient.walk()
    if (walk?.error !== 'invalid_scope' && walk?.error !== 'unauthorized_client') return good('granted')
    throw new TransportError(
      'scope-refused',
      `the application may not ask customers for the scopes of the documents (${walk.error})`,
      { fix: `subscribe the application to the products of ${patient.market.name} in the Developer Hub` },
    )
  },
}
