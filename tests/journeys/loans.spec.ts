import { test } from '../../src/testing/fixtures.ts'
import { at } from '../../src/testing/inside.ts'
import { Journey } from '../../src/testing/journey.ts'
import {
  bookedLoan,
  everyItem,
  everyValue,
  lendingAccount,
  loanJourney,
  ownAccountFor,
  sumOf,
} from '../../src/testing/loans.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { balanceOf } from '../../src/testing/own-accounts.ts'
import { proves } from '../../src/testing/proves.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'

const reference = 'loanReferenceId'

inMarketsOffering('confirmLoanBooking', () => {
  test(
    'a loan for a payee waits for a one-time password',
    proves('loans.booking.second-factor'),
    async ({ caller }) => {
      const journey = await loanJourney(caller)
      expect(await journey.call('bookLoan')).toFailWith(403, 'mfaRequired')
    },
  )

  test(
    'a confirmation before its password books nothing',
    proves('loans.booking.nothing-without-factor'),
    async ({ caller }) => {
      const journey = await loanJourney(caller)
      const before = await everyValue(journey, 'listLoans', reference)
      await journey.walk('bookLoan')
      expect(await journey.call('confirmLoanBooking')).toBeRefused(400)
      const after = await everyValue(journey, 'listLoans', reference)
      expect({ at: '/loans', expected: before.join(), actual: after.join() }).toHold()
    },
  )

  test('a confirmed loan is listed', proves('loans.booking.listed'), async ({ caller }) => {
    const journey = await bookedLoan(caller)
    const listed = await everyValue(journey, 'listLoans', reference)
    expect({
      at: '/loans',
      expected: `${journey.told[reference]} listed`,
      actual: `${journey.told[reference]} ${listed.includes(journey.told[reference]) ? 'listed' : 'missing'}`,
    }).toHold()
  })

  test('a control flow books once', proves('loans.booking.once'), async ({ caller }) => {
    const journey = await bookedLoan(caller)
    expect(await journey.call('confirmLoanBooking')).toBeRefused(400)
  })

  test(
    'the control flow of another customer is refused',
    proves('loans.flow.owner'),
    async ({ caller, otherCaller }) => {
      const journey = await (await loanJourney(caller)).walk('bookLoan', 'validateOtp')
      expect(await new Journey(otherCaller, journey.told).call('confirmLoanBooking')).toBeRefused(400)
    },
  )

  test('a control flow is over after minutes', proves('loans.flow.expires'), async ({ caller, clock }) => {
    const journey = await (await loanJourney(caller)).walk('bookLoan', 'validateOtp')
    await clock.advance({ minutes: 15 })
    expect(await journey.call('confirmLoanBooking')).toBeRefused(400)
  })

  test(
    'a loan for an own account is booked at once',
    proves('loans.booking.own-account'),
    async ({ caller }) => {
      const journey = await loanJourney(caller)
      const own = await ownAccountFor(caller, journey.told['accountId'] ?? '')
      const body = {
        ...(journey.bodyOf('bookLoan') as object),
        disbursementOption: 'STANDING_INSTRUCTION',
        disbursementAccountId: own,
      }
      expect(await journey.call('bookLoan', { body })).toSucceed()
    },
  )

  test('a loan for an own account arrives there', proves('loans.booking.paid-out'), async ({ caller }) => {
    const journey = await loanJourney(caller)
    const own = await ownAccountFor(caller, journey.told['accountId'] ?? '')
    const before = await balanceOf(caller, own)
    const body = {
      ...(journey.bodyOf('bookLoan') as object),
      disbursementOption: 'STANDING_INSTRUCTION',
      disbursementAccountId: own,
    }
    positiveControl(await journey.call('bookLoan', { body }))
    expect({
      at: '/currentBalance',
      expected: before.plus(Number(at(body, 'loanAmount'))).toString(),
      actual: (await balanceOf(caller, own)).toString(),
    }).toHold()
  })

  test('no more than the eligibility is lent', proves('loans.booking.range'), async ({ caller }) => {
    const { most } = await lendingAccount(caller)
    const journey = await loanJourney(caller)
    const body = { ...(journey.bodyOf('bookLoan') as object), loanAmount: most + 1 }
    expect(await journey.call('bookLoan', { body })).toBeRefused(400)
  })

  test('the instalments of a loan add up', proves('loans.schedule.adds-up'), async ({ caller }) => {
    const journey = await bookedLoan(caller)
    const schedule = await everyItem(journey, 'getLoanSchedule')
    const amount = at(journey.bodyOf('bookLoan'), 'loanAmount')
    expect({
      at: '/amortizationSchedule',
      expected: `${String(amount)}, 0 left`,
      actual: `${sumOf(schedule, 'principalAmount')}, ${String(at(schedule.at(-1), 'outstandingPrincipalAmount'))} left`,
    }).toHold()
  })

  test(
    'a booked loan has the instalments shown before',
    proves('loans.schedule.agrees'),
    async ({ caller }) => {
      const journey = await loanJourney(caller)
      const parameters = {
        loanAmount: String(at(journey.bodyOf('bookLoan'), 'loanAmount')),
        tenor: String(at(journey.bodyOf('bookLoan'), 'tenor')),
      }
      const shown = await everyItem(journey, 'previewLoanSchedule', parameters)
      await journey.walk('bookLoan', 'validateOtp', 'confirmLoanBooking')
      const booked = await everyItem(journey, 'getLoanSchedule')
      expect({
        at: '/amortizationSchedule',
        expected: JSON.stringify(shown),
        actual: JSON.stringify(booked),
      }).toHold()
    },
  )
})
