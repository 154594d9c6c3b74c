import { type Handler, json, type ResourceCall } from '../../answer.ts'
import type { CreditApplication } from '../../bank/credit-applications.ts'
import { dayOf } from '../../bank/days.ts'
import { type Fields, fieldsOf, isFields, listOf } from '../../fields.ts'
import { merge, project } from '../merge.ts'
import type { Desk } from '../desk.ts'
import { invalid, refuse } from '../refusal.ts'
import { decisionOf } from './decisions.ts'
import { withApplication } from './own-application.ts'

const codesOfProduct = ['productCode', 'sourceCode', 'organization', 'logo']

/** Opens an application. */
export function createApplication({ bank }: Desk): Handler {
  return ({ body, clientId, now }) => {
    const { product, applicant } = fieldsOf(body)
    const { id, stage, controlFlowId } = bank.creditApplications.open({
      clientId,
      openedOn: dayOf(now),
      product: fieldsOf(product),
      applicant: fieldsOf(applicant),
    })
    return json(200, { applicationId: id, applicationStage: stage, controlFlowId })
  }
}

/** Gives back what was sent, and what the bank decided. */
export const getApplication = withApplication((desk, call, application) => {
  const sample = fieldsOf(desk.write(call.operation, {}))
  return json(200, {
    applicationStage: application.stage,
    hasAnySupplementaryFlag: application.supplementaries.length > 0,
    product: project(sample['product'], application.product),
    applicant: project(sample['applicant'], asShown(application.applicant)),
    ...decisionOf(desk, call, application),
  })
})

/** Answers show an identity document only when its kind and number are known, and two fields that nobody sends. */
function asShown(applicant: Fields): Fields {
  const documents = listOf(applicant['identificationDocumentDetails'])
  const { marketingConsent, kycInformation } = applicant
  const isRelated = fieldsOf(kycInformation)['isRelatedToSeniorPublicFigure'] === true
  const shown = {
    identificationDocumentDetails: documents.filter(({ idType, idNumber }) => idType && idNumber),
    marketingConsent: { ...fieldsOf(marketingConsent), personalDataOptOutFlag: false },
    kycInformation: isRelated
      ? { ...fieldsOf(kycInformation), relatedSeniorPublicFigureDesignation: 'Not stated' }
      : kycInformation,
  }
  return {
    ...applicant,
    ...Object.fromEntries(Object.entries(shown).filter(([name]) => Object.hasOwn(applicant, name))),
  }
}

/** Takes the parts of an application that change. */
export const updateApplication = withApplication((desk, call, application) => {
  const { product, applicant } = fieldsOf(call.body)
  if (isClosed(call, application)) return refuse(call, invalid('applicationStage'))
  const changed = merge(application.product, fieldsOf(product))
  if (!areWhole(changed)) return refuse(call, invalid('productCode'))
  if (call.behaviour.enforces('onboarding.changes-kept'))
    desk.bank.creditApplications.keep({
      ...application,
      product: changed,
      applicant: merge(application.applicant, fieldsOf(applicant)),
    })
  return json(200, { applicationStage: application.stage })
})

/** What is submitted is not changed any more. */
export function isClosed({ behaviour }: ResourceCall, { stage }: CreditApplication): boolean {
  return stage === 'SUBMITTED' && behaviour.enforces('onboarding.closed')
}

/** A product that a change adds needs its codes, like one that is applied for. */
function areWhole(product: Fields): boolean {
  return Object.values(product)
    .filter(isFields)
    .every((each) => codesOfProduct.every((name) => Object.hasOwn(each, name)))
}
