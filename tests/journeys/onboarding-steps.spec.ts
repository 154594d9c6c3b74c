import { test } from '../../src/testing/fixtures.ts'
import { at } from '../../src/testing/inside.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import {
  applicationAfter,
  scheduleFacts,
  stageOf,
  stagesOnTheWay,
  steps,
} from '../../src/testing/onboarding.ts'
import { proves } from '../../src/testing/proves.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'

const laterSteps = steps.filter((step) => step !== 'listApplicants' && step !== 'screenApplication')
const documentStatus = ['requestedProductDecision', 0, 'requiredDocuments', 0, 'documentStatus'] as const
const loan = ['requestedProductDecision', 2, 'loanSpecificRecommendations', 0] as const

/** What the bank decided, in one line. */
function decisionFacts(body: unknown): string {
  const [first] = (at(body, 'requestedProductDecision') as unknown[] | undefined) ?? []
  return JSON.stringify([
    at(body, 'ipaExpiryDate'),
    at(first, 'creditDecision'),
    at(first, 'creditSpecificRecommendations', 0, 'recommendedCreditLimit'),
  ])
}

inMarketsOffering('createApplication', () => {
  test(
    'an application that takes every step is submitted',
    proves('onboarding.flow.complete'),
    async ({ caller }) => {
      const journey = await applicationAfter(caller, 'acceptApplicationOffer')
      expect(await journey.call('submitApplication')).toSucceed()
    },
  )

  test('every step moves the stage', proves('onboarding.stage.moves'), async ({ caller }) => {
    const seen = await stagesOnTheWay(caller)
    const different = new Set(seen).size
    expect({
      at: '/applicationStage',
      expected: `${seen.length} stages`,
      actual: `${different} stages`,
    }).toHold()
  })

  test(
    'the stage is a value of the reference data',
    proves('onboarding.stage.reference-data'),
    async ({ caller }) => {
      const journey = await applicationAfter(caller)
      const stage = await stageOf(journey)
      const parameters = { referenceCode: 'applicationStage' }
      const reply = positiveControl(await journey.call('listApacReferenceData', { parameters }))
      const values = at(reply.json, 'referenceData') as { code?: unknown }[]
      expect(reply).toShow({
        at: '/referenceData',
        expected: stage,
        actual: String(values.find(({ code }) => code === stage)?.code),
      })
    },
  )

  for (const step of laterSteps) {
    test(`${step} before its turn is refused`, proves('onboarding.stage.order'), async ({ caller }) => {
      const journey = await applicationAfter(caller)
      await journey.walk('listApplicants')
      expect(await journey.call(step)).toBeRefused(400)
    })
  }

  test('a submitted application is closed', proves('onboarding.stage.closed'), async ({ caller }) => {
    const journey = await applicationAfter(caller, 'submitApplication')
    expect(await journey.call('updateApplication')).toBeRefused(400)
  })

  for (const reading of ['getApplicationStatus', 'getApplication']) {
    test(
      `${reading} shows what the approval decided`,
      proves('onboarding.decision.agrees'),
      async ({ caller }) => {
        const journey = await applicationAfter(caller, 'screenApplication')
        const approval = positiveControl(await journey.call('approveInPrinciple'))
        const reply = positiveControl(await journey.call(reading))
        expect(reply).toShow({
          at: '/',
          expected: decisionFacts(approval.json),
          actual: decisionFacts(reply.json),
        })
      },
    )
  }

  test('the accepted limit is that of the card', proves('onboarding.offer.limit'), async ({ caller }) => {
    const journey = await applicationAfter(caller, 'acceptApplicationOffer')
    const accepted = journey.bodyOf('acceptApplicationOffer')
    const reply = positiveControl(await journey.call('getApplication'))
    const limit = 'requestedCreditLimit'
    expect(reply).toShow({
      at: `/product/creditCardProduct/${limit}`,
      expected: String(at(accepted, 'requestedProductConfirmation', 0, 'creditSpecificSelection', limit)),
      actual: String(at(reply.json, 'product', 'creditCardProduct', limit)),
    })
  })

  test(
    'the payments of an offered loan add up',
    proves('onboarding.decision.schedule-adds-up'),
    async ({ caller }) => {
      const journey = await applicationAfter(caller, 'screenApplication')
      const reply = positiveControl(await journey.call('approveInPrinciple'))
      const { declared, added } = scheduleFacts(at(reply.json, ...loan))
      expect(reply).toShow({ at: `/${loan.join('/')}`, expected: declared, actual: added })
    },
  )

  test(
    'a document that was handed in counts as submitted',
    proves('onboarding.documents.recorded'),
    async ({ caller }) => {
      const journey = await applicationAfter(caller, 'approveInPrinciple')
      const before = positiveControl(await journey.call('getApplicationStatus'))
      await journey.walk('listApplicants', 'addApplicationDocument')
      const after = positiveControl(await journey.call('getApplicationStatus'))
      expect(after).toShow({
        at: `/${documentStatus.join('/')}`,
        expected: 'PENDING, then SUBMITTED',
        actual: [at(before.json, ...documentStatus), at(after.json, ...documentStatus)].join(', then '),
      })
    },
  )

  test(
    'a wrong answer leaves the stage as it was',
    proves('onboarding.questions.wrong-answer'),
    async ({ caller }) => {
      const journey = await applicationAfter(caller, 'getApplicationQuestions')
      const before = await stageOf(journey)
      const { controlFlowId, questionnaireId } = journey.told
      const responseOptions = [{ optionSequenceNumber: 1, optionText: 'Elsewhere', selectedFlag: true }]
      const body = { controlFlowId, questionnaire: [{ questionnaireId, responseOptions }] }
      await journey.call('answerApplicationQuestions', { body })
      expect({ at: '/applicationStage', expected: before, actual: await stageOf(journey) }).toHold()
    },
  )

  test(
    'a product that was not offered is refused',
    proves('onboarding.offer.unknown-product'),
    async ({ caller }) => {
      const journey = await applicationAfter(caller, 'addApplicationDocument')
      const { controlFlowId } = journey.told
      const body = { controlFlowId, requestedProductConfirmation: [{ productCode: 'NOT-OFFERED' }] }
      expect(await journey.call('acceptApplicationOffer', { body })).toBeRefused(400)
    },
  )
})
