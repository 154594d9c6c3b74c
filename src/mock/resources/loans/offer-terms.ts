import { type Handler, json } from '../../answer.ts'
import { dayOf } from '../../bank/days.ts'
import { rangeOf } from '../../bank/loan-terms.ts'
import { decimal, minorUnitsOf } from '../../bank/money.ts'
import type { Desk } from '../desk.ts'
import { cutPage, readPage } from '../page.ts'
import { refuse } from '../refusal.ts'
import { optionFields } from './disbursement.ts'
import { instalmentFields, planFields, totalFields } from './fields.ts'
import { forOffer } from './offers.ts'
import { previewOf } from './schedules.ts'

/** Shows what an offer allows, and its plans for an amount or for the highest one. */
export function getOfferEligibility(desk: Desk): Handler {
  return forOffer(desk, (call, account) => {
    const most = desk.bank.loans.availableOn(account, dayOf(call.now))
    const { firstName, lastName } = desk.bank.profileOf(call.market, account.username)
    const state = {
      customerName: `${firstName} ${lastName}`,
      displayAccountNumber: account.displayNumber,
      accountGroup: account.product.group,
      maximumEligibleLoanAmount: decimal(most),
      minimumEligibleLoanAmount: decimal(rangeOf(account).least),
      loanBookingPlan: planFields(account, minorUnitsOf(Number(call.query['loanAmount'] ?? 0)) ?? most),
    }
    return json(200, desk.write(call.operation, state))
  })
}

/** Lists where the loan of an offer can be paid out. */
export function listOfferDisbursementOptions(desk: Desk): Handler {
  return forOffer(desk, (call) =>
    json(200, desk.write(call.operation, { disbursementOptions: optionFields(desk, call) })),
  )
}

/** Shows one instalment a page: the model has room for no more. */
export function previewOfferLoanSchedule(desk: Desk): Handler {
  return forOffer(desk, (call, account) => {
    const schedule = previewOf(desk, call, account)
    if ('status' in schedule) return refuse(call, schedule)
    const page = readPage(call)
    if ('status' in page) return refuse(call, page)
    const { items, nextStartIndex } = cutPage(schedule, { ...page, size: 1 }, call)
    const [amortizationSchedule] = items.map(instalmentFields)
    return json(
      200,
      desk.write(call.operation, { ...totalFields(schedule), amortizationSchedule, nextStartIndex }),
    )
  })
}
