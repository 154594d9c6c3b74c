import { test } from '../../src/testing/fixtures.ts'
import { cents, watchBalance } from '../../src/testing/balances.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'
import { dayFrom, everyMonth, onDay, scheduledAmount, scheduledUnder } from '../../src/testing/schedules.ts'
import { personal } from '../../src/testing/transfer-kinds.ts'
import { askQuote, quote, transferred } from '../../src/testing/transfers.ts'

/** Days until what a test leaves behind moves: more than any other test lets pass. */
const farAhead = 300

inMarketsOffering('executePersonalTransfer', () => {
  test(
    'a transfer of a later day moves nothing before it',
    proves('money.schedule.waits'),
    async ({ caller }) => {
      const now = await quote(caller, personal)
      const source = await watchBalance(caller, now.journey.told['displaySourceAccountNumber'])
      await transferred(caller, personal, onDay(dayFrom(now.reply, farAhead)))
      const { reply, less } = await source()
      expect(reply).toShow({ at: 'balances before and after', expected: '0.00', actual: cents(less) })
    },
  )

  test('a transfer of a later day moves on it', proves('money.schedule.moves'), async ({ caller, clock }) => {
    const now = await quote(caller, personal)
    const number = now.journey.told['displaySourceAccountNumber']
    await transferred(caller, personal, onDay(dayFrom(now.reply, 3)))
    const source = await watchBalance(caller, number)
    await clock.advance({ days: 3 })
    caller.logInAgain()
    const { reply, less } = await source()
    expect(reply).toShow({
      at: 'balances before and after',
      expected: cents(now.debit),
      actual: cents(less),
    })
  })

  test(
    'a standing instruction moves every month until it ends',
    proves('money.schedule.repeats'),
    async ({ caller, clock }) => {
      const now = await quote(caller, personal)
      const number = now.journey.told['displaySourceAccountNumber']
      await transferred(caller, personal, everyMonth(dayFrom(now.reply, 1), dayFrom(now.reply, 75)))
      const source = await watchBalance(caller, number)
      await clock.advance({ days: 150 })
      caller.logInAgain()
      const { reply, less } = await source()
      expect(reply).toShow({
        at: 'balances before and after',
        expected: cents(now.debit.times(3)),
        actual: cents(less),
      })
    },
  )

  test('a day that is past is refused', proves('money.schedule.past'), async ({ caller }) => {
    const now = await quote(caller, personal)
    positiveControl((await askQuote(caller, personal, onDay(dayFrom(now.reply, 1)))).reply)
    expect((await askQuote(caller, personal, onDay(dayFrom(now.reply, -1)))).reply).toBeRefused(400)
  })
})

inMarketsOffering('listRepeatingPayments', () => {
  test(
    'a transfer of a later day is listed among the repeating payments',
    proves('money.schedule.listed'),
    async ({ caller }) => {
      const now = await quote(caller, personal)
      const { reference } = await transferred(caller, personal, onDay(dayFrom(now.reply, farAhead)))
      const { reply, amount } = await scheduledAmount(caller, reference)
      expect(reply).toShow({
        at: `/standingInstructions, reference ${reference}`,
        expected: now.debit.toString(),
        actual: amount,
      })
    },
  )

  test(
    'a change of a scheduled payment moves the changed amount',
    proves('money.schedule.changed'),
    async ({ caller, clock }) => {
      const now = await quote(caller, personal)
      const number = now.journey.told['displaySourceAccountNumber']
      const { reference } = await transferred(caller, personal, onDay(dayFrom(now.reply, 3)))
      const journey = await scheduledUnder(caller, reference)
      const fields = { transactionAmount: 7.25, ...onDay(dayFrom(now.reply, 3)) }
      const body = { ...(journey.bodyOf('preprocessRepeatingPaymentChange') as object), ...fields }
      positiveControl(await journey.call('preprocessRepeatingPaymentChange', { body }))
      await journey.call('changeRepeatingPayment')
      await journey.walk('validateOtp', 'confirmRepeatingPaymentChange')
      const source = await watchBalance(caller, number)
      await clock.advance({ days: 3 })
      caller.logInAgain()
      const { reply, less } = await source()
      expect(reply).toShow({ at: 'balances before and after', expected: '7.25', actual: cents(less) })
    },
  )

  test(
    'a change of a scheduled payment waits for its password',
    proves('money.schedule.change-password'),
    async ({ caller }) => {
      const now = await quote(caller, personal)
      const { reference } = await transferred(caller, personal, onDay(dayFrom(now.reply, farAhead)))
      const journey = await scheduledUnder(caller, reference)
      const body = {
        ...(journey.bodyOf('preprocessRepeatingPaymentChange') as object),
        transactionAmount: 7.25,
      }
      positiveControl(await journey.call('preprocessRepeatingPaymentChange', { body }))
      const asked = await journey.call('changeRepeatingPayment')
      const { amount } = await scheduledAmount(caller, reference)
      expect(asked).toFailWith(403, 'mfaRequired')
      expect(asked).toShow({
        at: `/standingInstructions, reference ${reference}`,
        expected: now.debit.toString(),
        actual: amount,
      })
    },
  )

  test(
    'a scheduled payment that was ended never moves',
    proves('money.schedule.ended'),
    async ({ caller, clock }) => {
      const now = await quote(caller, personal)
      const number = now.journey.told['displaySourceAccountNumber']
      const { reference } = await transferred(caller, personal, onDay(dayFrom(now.reply, 3)))
      const journey = await scheduledUnder(caller, reference)
      positiveControl(await journey.call('deleteRepeatingPayment'))
      const source = await watchBalance(caller, number)
      await clock.advance({ days: 4 })
      caller.logInAgain()
      const { reply, less } = await source()
      expect(reply).toShow({ at: 'balances before and after', expected: '0.00', actual: cents(less) })
    },
  )
})
