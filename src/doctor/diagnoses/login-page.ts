import { readLoginPage } from '../../testing/login-page.ts'
import { readConsentSettings } from '../../token-settings.ts'
import { type Diagnosis, good } from '../types.ts'

/** The description of the target's login page can be read. */
export const loginPage: Diagnosis = {
  title: 'login page',
  ofTarget: true,
  stopsRun: true,
  examine: (patient) => {
    const file = readConsentSettings(patient.env).loginPage
    readLoginPage(file)
    return good(`described by ${file}`)
  },
}
