import { TransportError } from '../../errors.ts'
import { type Diagnosis, good, open } from '../types.ts'

/** The customer's consent gives the application a code. */
export const consent: Diagnosis = {
  title: 'consent',
  ofTarget: true,
  stopsRun: true,
  examine: async (patient) => {
    const walk = await patient.walk()
    if (walk?.end === 'code') return good('gives a code')
    if (walk?.end !== 'sent-back') return open('not tried', 'see the lines above')
    throw new TransportError(
      'consent-refused',
      `the bank sends the customer back without a code (${walk.error ?? ''})`,
      { fix: 'give the consent once in a browser, and see that the customer holds an account in the market' },
    )
  },
}
