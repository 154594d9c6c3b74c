import { checkCredentialsForm } from '../../oauth/credentials-form.ts'
import { type Diagnosis, good } from '../types.ts'

/** Credentials look like bare values, each in its own setting. */
export const credentialsForm: Diagnosis = {
  title: 'form of credentials',
  ofTarget: true,
  stopsRun: true,
  examine: ({ target: { application, secondApplication } }) => {
    if (application !== undefined) checkCredentialsForm(application)
    if (secondApplication !== undefined) checkCredentialsForm(secondApplication, 'CITI_SECOND_')
    return good(secondApplication === undefined ? 'bare values' : 'bare values of two applications')
  },
}
