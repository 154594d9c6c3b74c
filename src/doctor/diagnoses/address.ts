import { SettingsError } from '../../errors.ts'
import { type Diagnosis, good } from '../types.ts'

/** Credentials have an address to go to: without one the embedded sandbox would be tested, and they would lie idle. */
export const address: Diagnosis = {
  title: 'address',
  ofTarget: false,
  stopsRun: false,
  examine: ({ settings }) => {
    if (settings.baseUrl !== undefined) return good(settings.baseUrl)
    if (settings.application === undefined) return good('none: the embedded sandbox is tested')
    throw new SettingsError('setting-missing', 'CITI_CLIENT_ID is set, but CITI_BASE_URL is not', {
      fix: 'set CITI_BASE_URL, or remove the credentials to test the embedded sandbox',
    })
  },
}
