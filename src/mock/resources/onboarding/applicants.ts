import { empty, json, type ResourceCall } from '../../answer.ts'
import type { CreditApplication, Supplementary } from '../../bank/credit-applications.ts'
import { type Fields, fieldsOf, textOf } from '../../fields.ts'
import { merge, project } from '../merge.ts'
import type { Desk } from '../desk.ts'
import { invalid, notFound, refuse } from '../refusal.ts'
import { isClosed } from './applications.ts'
import { requiredDocument } from './decisions.ts'
import { withApplication } from './own-application.ts'

/** Lists the applicants of an application, the main one first. */
export function applicantsOf(application: CreditApplication): readonly Supplementary[] {
  const { id, applicant, supplementaries } = application
  const main = {
    applicantId: `C$${id}`,
    sent: { applicant: { ...applicant, applicantType: 'PRIMARY_APPLICANT' } },
  }
  return [main, ...supplementaries]
}

/** Shows the applicants; a key narrows the list to one. */
export const listApplicants = withApplication((desk, call, application) => {
  const wanted = call.query['applicantId']
  const shown = applicantsOf(application).filter(({ applicantId }) => applicantId === (wanted ?? applicantId))
  if (shown.length === 0) return refuse(call, notFound)
  const [sample] = fieldsOf(desk.write(call.operation, {}))['applicants'] as readonly unknown[]
  const applicants = shown.map((each) => project(sample, fieldsOfApplicant(each, application)))
  return json(200, { applicants })
})

/** Once the bank approved in principle, the main applicant shows which documents it wants. */
function fieldsOfApplicant({ applicantId, sent }: Supplementary, application: CreditApplication): Fields {
  const isMain = !application.supplementaries.some((each) => each.applicantId === applicantId)
  const wants = isMain && application.approvedUntil !== undefined
  const requiredDocuments = wants ? { requiredDocuments: [requiredDocument(application)] } : {}
  return { ...sent, applicant: { ...fieldsOf(sent['applicant']), applicantId, ...requiredDocuments } }
}

/** Adds a supplementary applicant. */
export const addApplicant = withApplication((desk, call, application) => {
  if (isClosed(call, application)) return refuse(call, invalid('applicationStage'))
  const applicantId = `C$${desk.bank.creditApplications.newToken()}`
  if (call.behaviour.enforces('onboarding.applicants-added'))
    keep(desk, application, [...application.supplementaries, { applicantId, sent: sentIn(call) }])
  return json(200, { applicantId })
})

/** Changes an applicant; the main one is changed with the application. */
export const updateApplicant = withApplication((desk, call, application) => {
  const known = supplementaryOf(call, application)
  if (known === undefined || isClosed(call, application)) return refuse(call, notFound)
  const isKept = call.behaviour.enforces('onboarding.applicants-changed')
  const changed = isKept ? { ...known, sent: merge(known.sent, sentIn(call)) } : known
  keep(
    desk,
    application,
    application.supplementaries.map((each) => (each === known ? changed : each)),
  )
  return empty(200)
})

/** Takes a supplementary applicant out. */
export const deleteApplicant = withApplication((desk, call, application) => {
  const known = supplementaryOf(call, application)
  if (known === undefined || isClosed(call, application)) return refuse(call, notFound)
  const isGone = call.behaviour.enforces('onboarding.applicants-deleted')
  const left = application.supplementaries.filter((each) => each !== known || !isGone)
  keep(desk, application, left)
  return empty(200)
})

function supplementaryOf(
  { params }: ResourceCall,
  application: CreditApplication,
): Supplementary | undefined {
  return application.supplementaries.find(({ applicantId }) => applicantId === params['applicantId'])
}

function sentIn({ body }: ResourceCall): Fields {
  const { controlFlowId: _, ...sent } = fieldsOf(body)
  return sent
}

function keep(
  { bank }: Desk,
  application: CreditApplication,
  supplementaries: readonly Supplementary[],
): void {
  bank.creditApplications.keep({ ...application, supplementaries })
}

/** Shows how far a supplementary card is, to whom knows the applicant. */
export const getSupplementaryApplicationStatus = withApplication((_desk, call, application) => {
  const isKnown = application.supplementaries.some((each) => isProvedBy(call, each))
  if (!isKnown && call.behaviour.enforces('onboarding.supplementary-proof'))
    return refuse(call, { status: 422, code: 'businessValidationsFailed' })
  return json(200, {
    applicationStatus: application.stage === 'SUBMITTED' ? 'APPROVED' : 'IN_PROGRESS',
    applicationCreationDate: application.openedOn,
  })
})

function isProvedBy({ query }: ResourceCall, { sent }: Supplementary): boolean {
  const { demographics, motherMaidenName } = fieldsOf(sent['applicant'])
  return (
    fieldsOf(demographics)['dateOfBirth'] === query['dateOfBirth'] &&
    textOf(motherMaidenName).toLowerCase() === (query['motherMaidenName'] ?? '').toLowerCase()
  )
}
