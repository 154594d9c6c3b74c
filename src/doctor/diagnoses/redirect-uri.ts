import { TransportError } from '../../errors.ts'
import { refuseAnswer } from '../../oauth/refused-answer.ts'
import { type Diagnosis, good, open } from '../types.ts'

/** The redirect URI is registered for the application. */
export const redirectUri: Diagnosis = {
  title: 'redirect URI',
  ofTarget: true,
  stopsRun: true,
  examine: async (patient) => {
    const { application, baseUrl } = patient.target
    if (application?.redirectUri === '')
      return open('CITI_REDIRECT_URI is not set', 'set it to the address that is registered')
    const walk = await patient.walk()
    if (walk === undefined) return good('no market of the run has a login page')
    if (walk.reply.status === 429) throw refuseAnswer(walk.reply, patient.market, baseUrl)
    if (walk.end !== 'stopped') return good('registered')
    throw new TransportError(
      'redirect-refused',
      `the bank does not send customers back to CITI_REDIRECT_URI ${application?.redirectUri ?? ''} (${walk.reply.status})`,
      { fix: 'register exactly this address for the application, or set the one that is registered' },
    )
  },
}
