import { empty } from '../../answer.ts'
import { fieldsOf } from '../../fields.ts'
import { refuse } from '../refusal.ts'
import { withApplication } from './own-application.ts'

const cannotBeDone = { status: 422, code: 'businessValidationsFailed' } as const

/** Keeps the PIN that the applicant chose until it is confirmed; a PIN has four to six digits. */
export const enrolPin = withApplication((desk, call, application) => {
  const { pinLength } = fieldsOf(call.body)
  const isUsual = typeof pinLength === 'number' && pinLength >= 4 && pinLength <= 6
  if (!isUsual && call.behaviour.enforces('onboarding.pin-length')) return refuse(call, cannotBeDone)
  desk.bank.creditApplications.keep({ ...application, pin: 'waiting' })
  return empty(200)
})

/** Makes the PIN count; only one that waits can be confirmed. */
export const confirmPin = withApplication((desk, call, application) => {
  if (application.pin !== 'waiting' && call.behaviour.enforces('onboarding.pin-waiting'))
    return refuse(call, cannotBeDone)
  desk.bank.creditApplications.keep({ ...application, pin: 'confirmed' })
  return empty(200)
})
