import { test } from '../../src/testing/fixtures.ts'
import { cents, watchBalance } from '../../src/testing/balances.ts'
import { Journey } from '../../src/testing/journey.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'
import { bill, external, internal, kindsToOthers, personal } from '../../src/testing/transfer-kinds.ts'
import { callerAbroad, quote } from '../../src/testing/transfers.ts'

inMarketsOffering('executeInternalTransfer', (market) => {
  for (const kind of kindsToOthers(market)) {
    test.describe(kind.name, () => {
      test(
        'asks for a password and moves nothing before',
        proves('money.password.first'),
        async ({ caller }) => {
          const transfer = await quote(caller, kind)
          const source = await watchBalance(caller, transfer.journey.told['displaySourceAccountNumber'])
          const asked = await transfer.ask()
          const { less } = await source()
          expect(asked).toFailWith(403, 'mfaRequired')
          expect(asked).toShow({ at: 'balances before and after', expected: '0.00', actual: cents(less) })
        },
      )

      test(
        'is made once the password is validated',
        proves('money.password.completes'),
        async ({ caller }) => {
          const transfer = await quote(caller, kind)
          await transfer.ask()
          await transfer.journey.walk('validateOtp')
          expect(await transfer.ask()).toSucceed()
        },
      )
    })
  }

  test('a wrong password does not open a transfer', proves('money.password.wrong'), async ({ caller }) => {
    const transfer = await quote(caller, internal)
    await transfer.ask()
    const body = { ...(transfer.journey.bodyOf('validateOtp') as object), otpToken: '000000' }
    await transfer.journey.call('validateOtp', { body })
    expect(await transfer.ask()).toFailWith(403, 'mfaRequired')
  })
})

inMarketsOffering('executePersonalTransfer', () => {
  test('a control flow moves money once', proves('money.flow.once'), async ({ caller }) => {
    const transfer = await quote(caller, personal)
    positiveControl(await transfer.ask())
    const source = await watchBalance(caller, transfer.journey.told['displaySourceAccountNumber'])
    const again = await transfer.ask()
    const { less } = await source()
    expect(again).toBeRefused(400)
    expect(again).toShow({ at: 'balances before and after', expected: '0.00', actual: cents(less) })
  })

  test('two calls at the same time move money once', proves('money.flow.once'), async ({ caller }) => {
    const transfer = await quote(caller, personal)
    const source = await watchBalance(caller, transfer.journey.told['displaySourceAccountNumber'])
    await Promise.all([transfer.ask(), transfer.ask()])
    const { reply, less } = await source()
    expect(reply).toShow({
      at: 'balances before and after',
      expected: cents(transfer.debit),
      actual: cents(less),
    })
  })

  test(
    'a control flow that nobody opened is refused as such',
    proves('money.flow.unknown'),
    async ({ caller }) => {
      const transfer = await quote(caller, personal)
      const body = { controlFlowId: 'f'.repeat(88) }
      const refused = await transfer.ask({ body })
      expect(await transfer.ask()).toSucceed()
      expect(refused).toFailWith(400, 'invalidControlFlowId')
    },
  )

  test(
    'the control flow of somebody else is refused',
    proves('money.flow.foreign'),
    async ({ caller, otherCaller }) => {
      const transfer = await quote(caller, personal)
      const stranger = new Journey(otherCaller, transfer.journey.told)
      const refused = await stranger.call(personal.execute)
      expect(await transfer.ask()).toSucceed()
      expect(refused).toBeRefused(400)
    },
  )
})

inMarketsOffering('executeExternalTransfer', (market) => {
  test('the control flow of another market is refused', proves('money.flow.market'), async ({ caller }) => {
    const transfer = await quote(caller, personal)
    const abroad = new Journey(callerAbroad(caller, market), transfer.journey.told)
    const refused = await abroad.call(personal.execute)
    expect(await transfer.ask()).toSucceed()
    expect(refused).toBeRefused(400)
  })

  test(
    'the control flow of a transfer does not pay a bill',
    proves('money.flow.kind'),
    async ({ caller }) => {
      const transfer = await quote(caller, external)
      await transfer.ask()
      await transfer.journey.walk('validateOtp')
      const refused = await transfer.journey.call(bill.execute)
      expect(await transfer.ask()).toSucceed()
      expect(refused).toBeRefused(400)
    },
  )
})
