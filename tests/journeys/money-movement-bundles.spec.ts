import { test } from '../../src/testing/fixtures.ts'
import { cents, watchBalance } from '../../src/testing/balances.ts'
import { bundleTotal, handIn, statusesOf } from '../../src/testing/bundles.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
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

  test(
    'every transfer of a bundle is carried out',
    proves('money.bundle.completes'),
    async ({ caller, clock }) => {
      const { journey } = await handIn(caller)
      const source = await watchBalance(caller, journey.told['displaySourceAccountNumber'])
      await journey.walk('validateOtp', 'confirmTransfers')
      await clock.advance({ minutes: 2 })
      const status = positiveControl(await journey.call('getTransfersStatus'))
      const { less } = await source()
      expect(status).toShow({
        at: '/transactionDetails and balances',
        expected: `all COMPLETED, ${bundleTotal} out`,
        actual: `${statusesOf(status)}, ${cents(less)} out`,
      })
    },
  )

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
