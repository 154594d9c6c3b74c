import type { Reply } from '../../src/http/client.ts'
import { test } from '../../src/testing/fixtures.ts'
import { at } from '../../src/testing/inside.ts'
import { Journey } from '../../src/testing/journey.ts'
import { everyItem, loanJourney, sumOf } from '../../src/testing/loans.ts'
import { expect } from '../../src/testing/matchers.ts'
import { notObserved, positiveControl } from '../../src/testing/not-observed.ts'
import { proves } from '../../src/testing/proves.ts'
import { findValue } from '../../src/testing/told.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'

const amounts = (reply: Reply): unknown[] =>
  (at(reply.json, 'loanAccount') as unknown[]).map((loan) => at(loan, 'originalPrincipalAmount'))

inMarketsOffering('bookOfferPaymentPlan', () => {
  test(
    'a booked plan is among the loans of the customer',
    proves('loans.offer.listed'),
    async ({ caller }) => {
      const journey = new Journey(caller)
      const before = amounts(positiveControl(await journey.read('listOfferLoans')))
      await journey.walk('bookOfferPaymentPlan')
      const after = positiveControl(await journey.read('listOfferLoans'))
      const booked = at(journey.bodyOf('bookOfferPaymentPlan'), 'loanAmount')
      expect(after).toShow({
        at: '/loanAccount',
        expected: [booked, ...before].join(),
        actual: amounts(after).join(),
      })
    },
  )

  test('the instalments of a plan add up', proves('loans.schedule.adds-up'), async ({ caller }) => {
    const journey = new Journey(caller)
    const schedule = await everyItem(journey, 'previewOfferPaymentSchedule')
    const asked = at(journey.bodyOf('bookOfferPaymentPlan'), 'loanAmount')
    expect({
      at: '/eppAmortizationSchedule',
      expected: String(asked),
      actual: sumOf(schedule, 'principalAmount'),
    }).toHold()
  })

  test(
    'the instalments of a plan come as a document when it is asked for',
    proves('loans.schedule.document'),
    async ({ caller }) => {
      const parameters = { binaryDataFlag: 'true' }
      const reply = positiveControl(
        await new Journey(caller).read('previewOfferPaymentSchedule', { parameters }),
      )
      const data = Buffer.from(String(at(reply.json, 'binaryData')), 'base64')
      expect(reply).toShow({
        at: '/binaryData',
        expected: '%PDF-',
        actual: data.subarray(0, 5).toString('latin1'),
      })
    },
  )

  test(
    'the loan of an offer for an own account is booked at once',
    proves('loans.booking.own-account'),
    async ({ caller }) => {
      const journey = new Journey(caller)
      const options = positiveControl(await journey.read('listOfferDisbursementOptions'))
      const own = findValue(options.json, 'accountId') ?? notObserved('no own account takes the money')
      const body = {
        ...(journey.bodyOf('bookOfferLoan') as object),
        disbursementOption: 'STANDING_INSTRUCTION',
        disbursementAccountId: own,
      }
      expect(await journey.call('bookOfferLoan', { body })).toSucceed()
    },
  )

  test(
    'joining the loans of an offer without more money is booked at once',
    proves('loans.booking.own-account'),
    async ({ caller }) => {
      const journey = await loanJourney(caller)
      const [joined] = await everyItem(journey, 'listLoans')
      const body = {
        ...(journey.bodyOf('consolidateOfferLoans') as object),
        oldLoanList: [joined],
        topUpAmount: 0,
      }
      expect(await journey.call('consolidateOfferLoans', { body })).toSucceed()
    },
  )

  test('the loan of an offer is booked once', proves('loans.booking.once'), async ({ caller }) => {
    const journey = await new Journey(caller).walk('bookOfferLoan', 'validateOtp', 'confirmOfferLoan')
    expect(await journey.call('confirmOfferLoan')).toBeRefused(400)
  })
})
