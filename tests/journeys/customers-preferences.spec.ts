import { itemWith } from '../../src/testing/customers.ts'
import { test } from '../../src/testing/fixtures.ts'
import { at } from '../../src/testing/inside.ts'
import { Journey } from '../../src/testing/journey.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'

const tinyImage =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII='

inMarketsOffering('setMarketingPreferences', () => {
  test('marketing preferences read back', proves('customers.marketing.read-back'), async ({ caller }) => {
    const journey = new Journey(caller)
    const wanted = async () => {
      const reply = positiveControl(await journey.call('getMarketingPreferences'))
      const preferences = at(reply.json, 'marketingPreferences')
      return ['MAIL', 'SMS'].map((way) => at(itemWith(preferences, 'contactType', way), 'optInFlag'))
    }
    const [before, untouched] = await wanted()
    const marketingPreferences = [{ contactType: 'MAIL', optInFlag: before !== true }]
    positiveControl(await journey.call('setMarketingPreferences', { body: { marketingPreferences } }))
    expect({
      at: '/marketingPreferences',
      expected: [before !== true, untouched].join(', '),
      actual: (await wanted()).join(', '),
    }).toHold()
  })

  test('alerts read back', proves('customers.alerts.read-back'), async ({ caller }) => {
    const journey = new Journey(caller)
    const facts = async () => {
      const reply = positiveControl(await journey.call('listCustomerAlerts'))
      const alerts = at(reply.json, 'alertSubscriptions')
      const low = itemWith(alerts, 'alertType', 'LOW_BALANCE')
      const due = itemWith(alerts, 'alertType', 'PAYMENT_DUE')
      return [at(low, 'thresholdAmount'), at(low, 'contactType'), at(due, 'contactType')]
    }
    const [amount, , untouched] = await facts()
    const alert = { alertType: 'LOW_BALANCE', contactType: 'MAIL', subscribedFlag: true }
    const thresholdAmount = Number(amount) + 1
    const body = { alertSubscriptions: [{ ...alert, thresholdAmount }] }
    positiveControl(await journey.call('updateAlertSubscriptions', { body }))
    expect({
      at: '/alertSubscriptions',
      expected: [thresholdAmount, 'MAIL', untouched].join(', '),
      actual: (await facts()).join(', '),
    }).toHold()
  })

  test('the picture reads back', proves('customers.image.read-back'), async ({ caller }) => {
    const journey = await new Journey(caller).walk('setProfileImage')
    const body = { imageFormat: 'PNG', binaryData: tinyImage }
    positiveControl(await journey.call('setProfileImage', { body }))
    const reply = positiveControl(await journey.call('getProfileImage'))
    expect(reply).toShow({
      at: '/binaryData',
      expected: tinyImage,
      actual: String(at(reply.json, 'binaryData')),
    })
  })

  test('a picture that was taken away is gone', proves('customers.image.deleted'), async ({ caller }) => {
    const journey = await new Journey(caller).walk('setProfileImage', 'deleteProfileImage')
    expect(await journey.call('getProfileImage')).toBeRefused(404)
  })

  test('an offer shows its answer', proves('customers.offer.answered'), async ({ caller }) => {
    const journey = await new Journey(caller).walk('listOffers')
    const { offerId } = journey.told
    const body = { offerId, offerResponse: 'LATER' }
    positiveControl(await journey.call('answerOffer', { body }))
    const reply = positiveControl(await journey.call('listOffers'))
    const offer = itemWith(at(reply.json, 'offers'), 'offerId', offerId)
    expect(reply).toShow({ at: '/offers', expected: 'LATER', actual: String(at(offer, 'offerStatus')) })
  })

  test('an offer is taken first', proves('customers.offer.taken-first'), async ({ caller }) => {
    const journey = await new Journey(caller).walk('listOffers')
    const body = { offerId: journey.told['offerId'], offerResponse: 'DECLINED' }
    positiveControl(await journey.call('answerOffer', { body }))
    expect(await journey.call('fulfilOffer')).toBeRefused(400)
  })

  test('an offer is fulfilled once', proves('customers.offer.fulfilled-once'), async ({ caller }) => {
    const journey = await new Journey(caller).walk('listOffers', 'answerOffer', 'fulfilOffer')
    expect(await journey.call('fulfilOffer')).toBeRefused(400)
  })
})
