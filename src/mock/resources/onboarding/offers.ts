import { empty, type ResourceCall } from '../../answer.ts'
import type { CreditApplication } from '../../bank/credit-applications.ts'
import { type Fields, fieldsOf, isFields, listOf } from '../../fields.ts'
import { invalid, refuse } from '../refusal.ts'
import { offeredCodes, recommendedLimit, wantedProof } from './decisions.ts'
import { atStage } from './own-application.ts'

/** Takes the products that the applicant accepts; every document has to be there. */
export const acceptApplicationOffer = atStage('KNOWLEDGE_BASED_ASSESSMENT', (desk, call, application) => {
  const isProved = application.proofs.includes(wantedProof.proofType)
  if (!isProved && call.behaviour.enforces('onboarding.order'))
    return refuse(call, invalid('requiredDocuments'))
  const fault = findFault(call, application)
  if (fault !== undefined && call.behaviour.enforces('onboarding.offer')) return refuse(call, invalid(fault))
  desk.bank.creditApplications.keep({
    ...application,
    product: withLimit(call, application),
    stage: 'OFFER_ACCEPTED',
  })
  return empty(200)
})

/** The card of the application gets the limit that the applicant asked for with the acceptance. */
function withLimit({ body }: ResourceCall, { product }: CreditApplication): Fields {
  const card = product['creditCardProduct']
  const [taken] = listOf(fieldsOf(body)['requestedProductConfirmation'])
  const { requestedCreditLimit } = fieldsOf(taken?.['creditSpecificSelection'])
  if (!isFields(card) || typeof requestedCreditLimit !== 'number') return product
  return { ...product, creditCardProduct: { ...card, requestedCreditLimit } }
}

/** Names the field that accepts what was not offered; undefined when all was. */
function findFault(call: ResourceCall, application: CreditApplication): string | undefined {
  const body = fieldsOf(call.body)
  const isCounter = body['counterProductAcceptedFlag'] === true
  const name = isCounter ? 'counterProductConfirmation' : 'requestedProductConfirmation'
  const offered = isCounter ? offeredCodes : requestedCodes(application)
  const taken = listOf(body[name])
  if (taken.length === 0) return name
  if (taken.some(({ productCode }) => !offered.includes(productCode))) return 'productCode'
  return taken.some((each) => asksForMore(each, application)) ? 'requestedCreditLimit' : undefined
}

function requestedCodes({ product }: CreditApplication): readonly unknown[] {
  return Object.values(product).flatMap((each) => (isFields(each) ? each['productCode'] : []))
}

function asksForMore({ creditSpecificSelection }: Fields, application: CreditApplication): boolean {
  const { requestedCreditLimit } = fieldsOf(creditSpecificSelection)
  return typeof requestedCreditLimit === 'number' && requestedCreditLimit > recommendedLimit(application)
}
