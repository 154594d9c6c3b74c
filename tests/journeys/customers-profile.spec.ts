import { contacts, firstContact, itemWith, personFacts } from '../../src/testing/customers.ts'
import { test } from '../../src/testing/fixtures.ts'
import { at } from '../../src/testing/inside.ts'
import { Journey } from '../../src/testing/journey.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'

const wrongPassword = '000000'

inMarketsOffering('updateCustomerProfile', () => {
  for (const view of ['getBasicProfile', 'getPartnerProfile']) {
    test(`${view} shows the same customer`, proves('customers.profile.views-agree'), async ({ caller }) => {
      const journey = new Journey(caller)
      const profile = positiveControl(await journey.call('getCustomerProfile'))
      const other = positiveControl(await journey.call(view))
      expect(other).toShow({
        at: '/',
        expected: personFacts(profile.json),
        actual: personFacts(other.json),
      })
    })
  }

  test('a change of the profile reads back', proves('customers.profile.changed'), async ({ caller }) => {
    const journey = new Journey(caller)
    const before = positiveControl(await journey.call('getCustomerProfile'))
    const body = { demographics: { maritalStatus: 'WIDOWED' } }
    positiveControl(await journey.call('updateCustomerProfile', { body }))
    const after = positiveControl(await journey.call('getCustomerProfile'))
    const bornOn = (reply: typeof after) => String(at(reply.json, 'demographics', 'dateOfBirth'))
    expect(after).toShow({
      at: '/demographics',
      expected: `WIDOWED, born ${bornOn(before)}`,
      actual: `${String(at(after.json, 'demographics', 'maritalStatus'))}, born ${bornOn(after)}`,
    })
  })

  test(
    'a change leaves other customers alone',
    proves('customers.profile.own'),
    async ({ caller, otherCaller }) => {
      const others = new Journey(otherCaller)
      const before = positiveControl(await others.call('getCustomerProfile'))
      const body = { demographics: { placeOfBirth: 'Coober Pedy' } }
      positiveControl(await new Journey(caller).call('updateCustomerProfile', { body }))
      const after = positiveControl(await others.call('getCustomerProfile'))
      expect(after).toShow({ at: '/', expected: before.body, actual: after.body })
    },
  )

  test('an added address is listed', proves('customers.address.added'), async ({ caller }) => {
    const journey = new Journey(caller)
    const added = positiveControl(await journey.call('addCustomerAddress'))
    const listed = positiveControl(await journey.call('listCustomerAddresses'))
    const address = itemWith(at(listed.json, 'addressList'), 'addressKey', at(added.json, 'addressKey'))
    expect(listed).toShow({
      at: '/addressList',
      expected: String(at(journey.bodyOf('addCustomerAddress'), 'addressline1')),
      actual: String(at(address, 'addressline1')),
    })
  })

  for (const contact of contacts) {
    const { kind, update, confirm, withText, newText } = contact

    test(`${kind} read back once confirmed`, proves('customers.contact.confirmed'), async ({ caller }) => {
      const journey = new Journey(caller)
      positiveControl(await journey.call(update, { body: withText(newText(1)) }))
      positiveControl(await journey.call(confirm))
      expect({
        at: contact.list,
        expected: newText(1),
        actual: await firstContact(journey, contact),
      }).toHold()
    })

    test(`${kind} wait for the confirmation`, proves('customers.contact.pending'), async ({ caller }) => {
      const journey = new Journey(caller)
      const before = await firstContact(journey, contact)
      positiveControl(await journey.call(update, { body: withText(newText(2)) }))
      expect({ at: contact.list, expected: before, actual: await firstContact(journey, contact) }).toHold()
    })

    test(
      `${kind} are not confirmed by a wrong password`,
      proves('customers.contact.wrong-password'),
      async ({ caller }) => {
        const journey = await new Journey(caller).walk(update)
        const { controlFlowId } = journey.told
        const body = { controlFlowId, otpToken: wrongPassword }
        expect(await journey.call(confirm, { body })).toBeRefused(400)
        await journey.walk(confirm)
      },
    )

    test(`${kind} are confirmed once`, proves('customers.contact.once'), async ({ caller }) => {
      const journey = await new Journey(caller).walk(update, confirm)
      expect(await journey.call(confirm)).toBeRefused(400)
    })
  }
})
