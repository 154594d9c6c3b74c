import { SettingsError } from '../../errors.ts'
import { readConsentSettings } from '../../token-settings.ts'
import { type Diagnosis, good, open } from '../types.ts'

/** The test customer can log in. */
export const customer: Diagnosis = {
  title: 'test customer',
  ofTarget: true,
  stopsRun: true,
  examine: async (patient) => {
    const { code, refreshToken } = readConsentSettings(patient.env)
    if (patient.target.customer === undefined && (code ?? refreshToken) !== undefined)
      return good('none, but a consent is given; it is not tried, since that would spend it')
    if (patient.target.customer === undefined)
      return open('CITI_CUSTOMER is not set', 'set it and CITI_CUSTOMER_PASSWORD to a test customer')
    const walk = await patient.walk()
    if (walk === undefined) return open('without redirect URI nobody can log in', 'set CITI_REDIRECT_URI')
    if (walk.end === 'unclear')
      return open(
        `the login page is not understood without a browser (${walk.reply.status})`,
        'see login-page.yaml',
      )
    if (walk.end !== 'refused') return good('logs in')
    throw new SettingsError(
      'customer-refused',
      'the bank refuses CITI_CUSTOMER with CITI_CUSTOMER_PASSWORD',
      { fix: 'correct both, and see in a browser that the customer is not locked' },
    )
  },
}
