import { empty, json, type ResourceCall } from '../../answer.ts'
import type { CreditApplication } from '../../bank/credit-applications.ts'
import { fieldsOf, listOf, textOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'
import { invalid, refuse } from '../refusal.ts'
import { applicantsOf } from './applicants.ts'
import { hasReached, wantedProof } from './decisions.ts'
import { withApplication } from './own-application.ts'

/** Takes a document of an applicant; the bank asks for documents when it approves in principle. */
export const addApplicationDocument = withApplication((desk, call, application) => {
  const { applicantId, proofType, binaryData } = fieldsOf(fieldsOf(call.body)['documentDetails'])
  const main = applicantsOf(application)[0]?.applicantId
  const isKnown = applicantsOf(application).some((known) => known.applicantId === (applicantId ?? main))
  if (!isKnown) return refuse(call, invalid('applicantId'))
  if (!hasReached(application, 'IN_PRINCIPLE_APPROVAL') && call.behaviour.enforces('onboarding.order'))
    return refuse(call, invalid('applicationStage'))
  if ((applicantId ?? main) === main) keepProof(desk, call, { application, proof: textOf(proofType) })
  return json(200, { binaryDataSize: sizeOf(textOf(binaryData)) })
})

/** Fetches salaries, which proves the income; the applicant has to agree. */
export const uploadSalaries = withApplication((desk, call, application) => {
  const consents = listOf(fieldsOf(call.body)['consentDetails'])
  const isAgreed = consents.some(({ consentGivenFlag }) => consentGivenFlag === true)
  if (!isAgreed && call.behaviour.enforces('onboarding.salary-consent'))
    return refuse(call, { status: 422, code: 'businessValidationsFailed' })
  keepProof(desk, call, { application, proof: wantedProof.proofType })
  return empty(200)
})

interface Proof {
  readonly application: CreditApplication
  readonly proof: string
}

function keepProof({ bank }: Desk, { behaviour }: ResourceCall, { application, proof }: Proof): void {
  if (behaviour.enforces('onboarding.documents-kept'))
    bank.creditApplications.keep({ ...application, proofs: [...application.proofs, proof] })
}

function sizeOf(base64: string): string {
  return `${Math.ceil(Buffer.from(base64, 'base64').length / 1024)}kb`
}
