import { empty, json } from '../../answer.ts'
import type { CreditApplication } from '../../bank/credit-applications.ts'
import { fieldsOf, listOf, textOf } from '../../fields.ts'
import { invalid, refuse } from '../refusal.ts'
import { atStage } from './own-application.ts'

/** The one-time password that the sandbox takes everywhere. */
const sandboxPassword = '987654'
const mostTries = 3

/** Sends a one-time password to the phone of the main applicant. */
export const sendApplicationOtp = atStage('PRESCREENING', (desk, _call, application) => {
  desk.bank.creditApplications.keep({ ...application, password: { wrong: 0 } })
  return json(200, { maskedPhoneNumber: maskedPhone(application) })
})

/** Checks the one-time password; after three wrong ones another has to be sent. */
export const validateApplicationOtp = atStage('PRESCREENING', (desk, call, application) => {
  const { password } = application
  const isSpent = (password?.wrong ?? 0) >= mostTries && call.behaviour.enforces('onboarding.password-tries')
  const isOpen = password !== undefined && !isSpent
  const isRight = isOpen && fieldsOf(call.body)['otpToken'] === sandboxPassword
  if (isRight || !call.behaviour.enforces('onboarding.password')) {
    desk.bank.creditApplications.keep({ ...application, password: undefined })
    return empty(200)
  }
  if (password !== undefined)
    desk.bank.creditApplications.keep({ ...application, password: { wrong: password.wrong + 1 } })
  return refuse(call, invalid('otpToken'))
})

function maskedPhone({ applicant }: CreditApplication): string {
  const phones = listOf(applicant['phone'])
  const primary = phones.find(({ phoneType }) => phoneType === 'PRIMARY_MOBILE_NUMBER') ?? phones[0]
  const number = textOf(primary?.['phoneNumber'])
  return number.slice(-4).padStart(number.length, 'X')
}
