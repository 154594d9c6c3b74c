import { test } from '../../src/testing/fixtures.ts'
import { cents, watchBalance } from '../../src/testing/balances.ts'
import {
  bundleKinds,
  bundlesToOwnAccount,
  bundleTotal,
  handIn,
  statusesOf,
  wholeStatus,
} from '../../src/testing/bundles.ts'
import { Journey } from '../../src/testing/journey.ts'
import { expect } from '../../src/testing/matchers.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'

inMarketsOffering('submitTransfers', () => {
  test(
    'a bundle asks for a password and moves nothing before',
    proves('money.bundle.password'),
    async ({ caller, clock }) => {
      const { journey, reply } = await handIn(caller)
      const source = await watchBalance(caller, journey.told['displaySourceAccountNumber'])
      await clock.advance({ minutes: 2 })
      const { less } = await source()
      expect(reply).toFailWith(403, 'mfaRequired')
      expect(reply).toShow({ at: 'balances before and after', expected: '0.00', actual: cents(less) })
    },
  )

  for (const { name, submit, confirm, transfers } of bundleKinds) {
    test(
      `every transfer of a bundle ${name} is carried out`,
      proves('money.bundle.completes'),
      async ({ caller, clock }) => {
        const journey = await new Journey(caller).walk(
          'listBulkPaymentAccounts',
          submit,
          'validateOtp',
          confirm,
        )
        await clock.advance({ minutes: 2 })
        const { reply, details } = await wholeStatus(journey)
        expect(reply).toShow({
          at: '/transactionDetails',
          expected: `${transfers} COMPLETED`,
          actual: statusesOf(details),
        })
      },
    )
  }

  test('a bundle takes its total', proves('money.bundle.completes'), async ({ caller, clock }) => {
    const { journey } = await handIn(caller)
    const source = await watchBalance(caller, journey.told['displaySourceAccountNumber'])
    await journey.walk('validateOtp', 'confirmTransfers')
    await clock.advance({ minutes: 2 })
    const { reply, less } = await source()
    expect(reply).toShow({ at: 'balances before and after', expected: bundleTotal, actual: cents(less) })
  })

  for (const [index, { submit, name }] of bundleKinds.entries()) {
    test(
      `a bundle ${name} of the customer's own is accepted at once and carried out`,
      proves('money.bundle.own-accounts'),
      async ({ caller, clock }) => {
        const bundle = (await bundlesToOwnAccount(caller))[index]
        const source = await watchBalance(caller, bundle?.source)
        const reply = await new Journey(caller).call(submit, { body: bundle?.body })
        await clock.advance({ minutes: 2 })
        const { less } = await source()
        expect(reply).toShow({
          at: 'status, and balances before and after',
          expected: '200, 12.50',
          actual: `${reply.status}, ${cents(less)}`,
        })
      },
    )
  }

  test('a bundle is confirmed once', proves('money.bundle.once'), async ({ caller, clock }) => {
    const { journey } = await handIn(caller)
    const source = await watchBalance(caller, journey.told['displaySourceAccountNumber'])
    await journey.walk('validateOtp', 'confirmTransfers')
    await journey.call('confirmTransfers')
    await clock.advance({ minutes: 2 })
    const { reply, less } = await source()
    expect(reply).toShow({ at: 'balances before and after', expected: bundleTotal, actual: cents(less) })
  })

  test(
    'a bundle whose total is not that of its transfers is refused',
    proves('money.bundle.total'),
    async ({ caller }) => {
      const { journey, reply } = await handIn(caller)
      const body = { ...(journey.bodyOf('submitTransfers') as object), totalTransferAmount: 20.24 }
      const refused = await journey.call('submitTransfers', { body })
      expect(reply).toFailWith(403, 'mfaRequired')
      expect(refused).toBeRefused(400, 422)
    },
  )
})
