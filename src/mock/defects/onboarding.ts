import type { Answer } from '../answer.ts'
import { type Defect, hasStatus, isSuccessOf, rewrite, withBody, withEvery, without } from './defect.ts'

const market = 'au' as const

/** Leaves of a refusal only the first field that is wrong. */
function nameOneField(answer: Answer): Answer {
  const body = answer.body as { moreInfo?: { fieldLevelErrors?: readonly unknown[] } }
  const [first] = body.moreInfo?.fieldLevelErrors ?? []
  const isNamed = first !== undefined
  return isNamed ? { ...answer, body: { ...body, moreInfo: { fieldLevelErrors: [first] } } } : answer
}

/** Turns a success into a refusal. */
const refuse = (answer: Answer): Answer => ({
  ...answer,
  status: 400,
  headers: { ...answer.headers, 'content-type': 'application/json' },
  body: { type: 'invalid', code: 'invalidRequest', details: 'Missing or invalid Parameters' },
})

const openingAndChanging: readonly Defect[] = [
  {
    id: 'application-of-someone-else-shown',
    breaks: 'onboarding.application.read-back',
    market,
    apply: rewrite(isSuccessOf('getApplication'), withEvery('surname', 'Someone')),
  },
  {
    id: 'application-changes-lost',
    breaks: 'onboarding.application.changed',
    market,
    apply: without('onboarding.changes-kept'),
  },
  {
    id: 'application-names-one-field',
    breaks: 'onboarding.fields.named',
    market,
    apply: rewrite(hasStatus(400), nameOneField),
  },
  {
    id: 'application-any-control-flow',
    breaks: 'onboarding.control-flow.own',
    market,
    apply: without('onboarding.control-flow'),
  },
  {
    id: 'prospects-share-a-key',
    breaks: 'onboarding.prospect.own-key',
    market,
    apply: rewrite(isSuccessOf('addProspect'), withBody({ prospectId: '2345326532632' })),
  },
]

const applicants: readonly Defect[] = [
  {
    id: 'applicant-not-kept',
    breaks: 'onboarding.applicants.added',
    market,
    apply: without('onboarding.applicants-added'),
  },
  {
    id: 'applicant-changes-lost',
    breaks: 'onboarding.applicants.changed',
    market,
    apply: without('onboarding.applicants-changed'),
  },
  {
    id: 'applicant-stays',
    breaks: 'onboarding.applicants.deleted',
    market,
    apply: without('onboarding.applicants-deleted'),
  },
  {
    id: 'supplementary-status-for-anyone',
    breaks: 'onboarding.supplementary.proof',
    market,
    apply: without('onboarding.supplementary-proof'),
  },
]

const stages: readonly Defect[] = [
  {
    id: 'application-never-submitted',
    breaks: 'onboarding.flow.complete',
    market,
    apply: rewrite(isSuccessOf('submitApplication'), refuse),
  },
  {
    id: 'application-stage-stands-still',
    breaks: 'onboarding.stage.moves',
    market,
    apply: rewrite(isSuccessOf('getApplicationStatus'), withEvery('applicationStage', 'PRESCREENING')),
  },
  {
    id: 'stage-not-in-reference-data',
    breaks: 'onboarding.stage.reference-data',
    market,
    apply: rewrite(isSuccessOf('listApacReferenceData'), withEvery('code', 'SOMETHING_ELSE')),
  },
  {
    id: 'application-steps-in-any-order',
    breaks: 'onboarding.stage.order',
    market,
    apply: without('onboarding.order'),
  },
  {
    id: 'application-open-after-submission',
    breaks: 'onboarding.stage.closed',
    market,
    apply: without('onboarding.closed'),
  },
  {
    id: 'decision-forgotten',
    breaks: 'onboarding.decision.agrees',
    market,
    apply: rewrite(isSuccessOf('getApplicationStatus'), withEvery('ipaExpiryDate', '2020-01-31')),
  },
  {
    id: 'loan-payments-short',
    breaks: 'onboarding.decision.schedule-adds-up',
    market,
    apply: rewrite(isSuccessOf('approveInPrinciple'), withEvery('principalAmount', 1)),
  },
  {
    id: 'wanted-documents-hidden',
    breaks: 'onboarding.documents.listed',
    market,
    apply: rewrite(isSuccessOf('listApplicants'), withEvery('documentStatus', 'SUBMITTED')),
  },
  {
    id: 'document-forgotten',
    breaks: 'onboarding.documents.recorded',
    market,
    apply: without('onboarding.documents-kept'),
  },
  {
    id: 'any-answer-is-right',
    breaks: 'onboarding.questions.wrong-answer',
    market,
    apply: without('onboarding.questions'),
  },
  {
    id: 'accepted-limit-lost',
    breaks: 'onboarding.offer.limit',
    market,
    apply: rewrite(isSuccessOf('getApplication'), withEvery('requestedCreditLimit', 1)),
  },
  {
    id: 'any-product-accepted',
    breaks: 'onboarding.offer.unknown-product',
    market,
    apply: without('onboarding.offer'),
  },
]

const proofs: readonly Defect[] = [
  {
    id: 'onboarding-any-password',
    breaks: 'onboarding.password.wrong',
    market,
    apply: without('onboarding.password'),
  },
  {
    id: 'onboarding-endless-tries',
    breaks: 'onboarding.password.tries',
    market,
    apply: without('onboarding.password-tries'),
  },
  {
    id: 'onboarding-password-optional',
    breaks: 'onboarding.password.pending',
    market,
    apply: without('onboarding.password-pending'),
  },
  {
    id: 'onboarding-phone-unmasked',
    breaks: 'onboarding.password.masked',
    market,
    apply: rewrite(isSuccessOf('sendApplicationOtp'), withEvery('maskedPhoneNumber', '491570156')),
  },
  {
    id: 'salaries-without-consent',
    breaks: 'onboarding.salary.consent',
    market,
    apply: without('onboarding.salary-consent'),
  },
  {
    id: 'pin-confirmed-again',
    breaks: 'onboarding.pin.confirmation',
    market,
    apply: without('onboarding.pin-waiting'),
  },
  {
    id: 'pin-of-any-length',
    breaks: 'onboarding.pin.length',
    market,
    apply: without('onboarding.pin-length'),
  },
]

/** Mistakes in the journeys of onboarding. */
export const onboardingDefects: readonly Defect[] = [
  ...openingAndChanging,
  ...applicants,
  ...stages,
  ...proofs,
]
