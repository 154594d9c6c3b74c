import { empty, json } from '../../answer.ts'
import { addMonths, dayOf } from '../../bank/days.ts'
import { invalid, refuse } from '../refusal.ts'
import { decisionOf } from './decisions.ts'
import { atStage } from './own-application.ts'

/** Screens the applicant; a one-time password that was sent has to be checked first. */
export const screenApplication = atStage('PRESCREENING', (desk, call, application) => {
  const isUnchecked =
    application.password !== undefined && call.behaviour.enforces('onboarding.password-pending')
  if (isUnchecked) return refuse(call, invalid('otpToken'))
  const { stage } = desk.bank.creditApplications.keep({ ...application, stage: 'BACKGROUND_SCREENING' })
  return json(200, { applicationStage: stage })
})

/** Decides at first sight; the decision holds for a month. */
export const approveInPrinciple = atStage('BACKGROUND_SCREENING', (desk, call, application) => {
  const approved = desk.bank.creditApplications.keep({
    ...application,
    stage: 'IN_PRINCIPLE_APPROVAL',
    approvedUntil: addMonths(dayOf(call.now), 1),
  })
  return json(200, { applicationStage: approved.stage, ...decisionOf(desk, call, approved) })
})

/** Takes the application; nothing changes it after that. */
export const submitApplication = atStage('OFFER_ACCEPTED', (desk, _call, application) => {
  desk.bank.creditApplications.keep({ ...application, stage: 'SUBMITTED' })
  return empty(200)
})
