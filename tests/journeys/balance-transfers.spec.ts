import { test } from '../../src/testing/fixtures.ts'
import { at } from '../../src/testing/inside.ts'
import { everyItem, everyValue, loanJourney, ownAccountFor } from '../../src/testing/loans.ts'
import { expect } from '../../src/testing/matchers.ts'
import { notObserved } from '../../src/testing/not-observed.ts'
import { proves } from '../../src/testing/proves.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'

const reference = 'loanReferenceId'

inMarketsOffering('bookBalanceTransfer', () => {
  test(
    'a confirmed balance transfer is listed',
    proves('loans.balance-transfer.listed'),
    async ({ caller }) => {
      const journey = await loanJourney(caller)
      await journey.walk('bookBalanceTransfer', 'validateOtp', 'confirmLoanBooking')
      const listed = await everyValue(journey, 'listLoans', reference)
      expect({
        at: '/loans',
        expected: `${journey.told[reference]} listed`,
        actual: `${journey.told[reference]} ${listed.includes(journey.told[reference]) ? 'listed' : 'missing'}`,
      }).toHold()
    },
  )

  test(
    'a balance transfer to an own account is booked at once',
    proves('loans.booking.own-account'),
    async ({ caller }) => {
      const journey = await loanJourney(caller)
      const own = await ownAccountFor(caller, journey.told['accountId'] ?? '')
      const example = journey.bodyOf('bookBalanceTransfer')
      const debt = { ...(at(example, 'balanceTransferBookings', 0) as object), disbursementAccountId: own }
      const body = { ...(example as object), balanceTransferBookings: [debt] }
      expect(await journey.call('bookBalanceTransfer', { body })).toSucceed()
    },
  )

  test(
    'an account that lends nothing is not eligible',
    proves('loans.balance-transfer.not-eligible'),
    async ({ caller }) => {
      const journey = await loanJourney(caller)
      const own = await ownAccountFor(caller, journey.told['accountId'] ?? '')
      const reply = await journey.call('bookBalanceTransfer', { parameters: { accountId: own } })
      expect(reply).toFailWith(422, 'accountNotEligible')
    },
  )
})

inMarketsOffering('consolidateCreditPlans', () => {
  test('joined loans give way to the new one', proves('loans.consolidation.replaces'), async ({ caller }) => {
    const journey = await loanJourney(caller)
    const before = await everyValue(journey, 'listLoans', reference)
    const [joined] = before
    if (typeof joined !== 'string') notObserved('the account has no loans to join')
    const body = {
      ...(journey.bodyOf('consolidateCreditPlans') as object),
      oldLoanList: [{ [reference]: joined }],
    }
    await journey.call('consolidateCreditPlans', { body })
    await journey.walk('validateOtp', 'confirmCreditPlanConsolidation')
    const after = await everyValue(journey, 'listLoans', reference)
    const replaced = [journey.told['newLoanReferenceId'], ...before.filter((id) => id !== joined)]
    expect({ at: '/loans', expected: replaced.join(), actual: after.join() }).toHold()
  })

  test(
    'joining without more money is booked at once',
    proves('loans.booking.own-account'),
    async ({ caller }) => {
      const journey = await loanJourney(caller)
      const [joined] = await everyItem(journey, 'listLoans')
      const body = {
        ...(journey.bodyOf('consolidateCreditPlans') as object),
        oldLoanList: [joined],
        topUpAmount: 0,
      }
      expect(await journey.call('consolidateCreditPlans', { body })).toSucceed()
    },
  )
})
