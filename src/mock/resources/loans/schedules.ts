import { type Answer, type Handler, json, type ResourceCall } from '../../answer.ts'
import { dayOf } from '../../bank/days.ts'
import { termsOf } from '../../bank/loan-terms.ts'
import { type Instalment, scheduleOf } from '../../bank/loan-schedule.ts'
import type { Account } from '../../bank/accounts.ts'
import type { Desk } from '../desk.ts'
import { cutPage, readPage } from '../page.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { instalmentFields, totalFields } from './fields.ts'
import { findLoan, forLending, readWish, type Wish } from './lending.ts'

/** Shows the instalments that a loan would have, when it were booked today. */
export function previewLoanSchedule(desk: Desk): Handler {
  return forLending(desk, (call, account) => {
    const schedule = previewOf(desk, call, account)
    return 'status' in schedule ? refuse(call, schedule) : showSchedule(desk, call, schedule)
  })
}

/** Shows the instalments of a booked loan. */
export function getLoanSchedule(desk: Desk): Handler {
  return (call) => {
    const loan = findLoan(desk, call, call.params['loanReferenceId'] ?? '')
    return 'status' in loan ? refuse(call, loan) : showSchedule(desk, call, loan.schedule)
  }
}

/** Makes the schedule that the query of a call asks for. */
export function previewOf(desk: Desk, call: ResourceCall, account: Account): readonly Instalment[] | Refusal {
  const wish = readWish(desk, call, {
    account,
    amount: Number(call.query['loanAmount']),
    tenor: Number(call.query['tenor']),
  })
  return 'status' in wish ? wish : scheduleOfWish(call, account, wish)
}

/** Makes the schedule of a loan that is booked now. */
export function scheduleOfWish(call: ResourceCall, { currency }: Account, wish: Wish): readonly Instalment[] {
  return scheduleOf({ ...wish, rate: termsOf(wish.tenor, currency).rate, bookedOn: dayOf(call.now) })
}

function showSchedule(desk: Desk, call: ResourceCall, schedule: readonly Instalment[]): Answer {
  const page = readPage(call)
  if ('status' in page) return refuse(call, page)
  const honest = call.behaviour.enforces('loan.settles') ? schedule : schedule.slice(0, -1)
  const { items, nextStartIndex } = cutPage(honest, page, call)
  return json(
    200,
    desk.write(call.operation, {
      amortizationSchedule: items.map(instalmentFields),
      ...totalFields(schedule),
      nextStartIndex,
    }),
  )
}
