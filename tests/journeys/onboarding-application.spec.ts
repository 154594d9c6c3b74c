import { test } from '../../src/testing/fixtures.ts'
import { at } from '../../src/testing/inside.ts'
import { Journey } from '../../src/testing/journey.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { applicationAfter, applicationFacts, sentApplication } from '../../src/testing/onboarding.ts'
import { proves } from '../../src/testing/proves.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'

const editable = () => structuredClone(sentApplication()) as { applicant: Record<string, unknown> }

inMarketsOffering('createApplication', () => {
  test(
    'an application reads back as it was sent',
    proves('onboarding.application.read-back'),
    async ({ caller }) => {
      const journey = await applicationAfter(caller)
      const reply = positiveControl(await journey.call('getApplication'))
      expect(reply).toShow({
        at: '/',
        expected: applicationFacts(sentApplication()),
        actual: applicationFacts(reply.json),
      })
    },
  )

  test(
    'a change reads back and the rest stays',
    proves('onboarding.application.changed'),
    async ({ caller }) => {
      const journey = await applicationAfter(caller)
      const { controlFlowId } = journey.told
      const address = [{ addressType: 'HOME_ADDRESS', addressLine1: '44 Collins Street', postalCode: '3000' }]
      const wanted = editable()
      wanted.applicant['address'] = address
      const body = { controlFlowId, applicant: { address } }
      positiveControl(await journey.call('updateApplication', { body }))
      const reply = positiveControl(await journey.call('getApplication'))
      expect(reply).toShow({
        at: '/applicant',
        expected: applicationFacts(wanted),
        actual: applicationFacts(reply.json),
      })
    },
  )

  test(
    'every part that can be changed reads back',
    proves('onboarding.application.changed'),
    async ({ caller }) => {
      const journey = await (await applicationAfter(caller)).walk('updateApplication')
      const sent = journey.bodyOf('updateApplication')
      const reply = positiveControl(await journey.call('getApplication'))
      const transfer = [
        'product',
        'creditCardProduct',
        'balanceTransferDetails',
        0,
        'amountToTransfer',
      ] as const
      expect(reply).toShow({
        at: `/${transfer.join('/')}`,
        expected: String(at(sent, ...transfer)),
        actual: String(at(reply.json, ...transfer)),
      })
    },
  )

  test('every wrong field is named', proves('onboarding.fields.named'), async ({ caller }) => {
    const body = editable()
    body.applicant['motherMaidenName'] = 7
    body.applicant['phone'] = 'none'
    const reply = await new Journey(caller).call('createApplication', { body })
    const errors = at(reply.json, 'moreInfo', 'fieldLevelErrors') as { fieldName?: unknown }[] | undefined
    const named = (errors ?? []).map(({ fieldName }) => String(fieldName)).sort()
    expect(reply).toShow({
      at: '/moreInfo/fieldLevelErrors',
      expected: '/JSON/applicant/motherMaidenName, /JSON/applicant/phone',
      actual: named.join(', '),
    })
  })

  test(
    'the controlFlowId of another application is refused',
    proves('onboarding.control-flow.own'),
    async ({ caller }) => {
      const first = await applicationAfter(caller)
      const second = await applicationAfter(caller)
      positiveControl(await first.call('getApplicationStatus'))
      const { controlFlowId = '' } = second.told
      expect(await first.call('getApplicationStatus', { parameters: { controlFlowId } })).toBeRefused(400)
    },
  )

  test('every prospect has a key of its own', proves('onboarding.prospect.own-key'), async ({ caller }) => {
    const first = positiveControl(await new Journey(caller).call('addProspect'))
    const second = positiveControl(await new Journey(caller).call('addProspect'))
    const keys = new Set([at(first.json, 'prospectId'), at(second.json, 'prospectId')])
    expect(second).toShow({ at: '/prospectId', expected: '2 keys', actual: `${keys.size} keys` })
  })
})
