import { type Answer, json, type ResourceCall } from '../../answer.ts'
import type { Account } from '../../bank/accounts.ts'
import { dayOf } from '../../bank/days.ts'
import type { Loan, LoanOrder } from '../../bank/loans.ts'
import type { Desk } from '../desk.ts'
import { askForFactor, findFlow, ownerOf, takeVerified } from '../mfa.ts'
import { refuse } from '../refusal.ts'

/** A loan that is to be booked, with the loans that it settles. */
export interface Booking {
  readonly account: Account
  readonly order: LoanOrder
  readonly settles?: readonly Loan[]
  /** Whether a one-time password comes first. */
  readonly isRisky: boolean
  /** The call that goes on with the flow. */
  readonly purpose: string
}

type Show = (loan: Loan) => object

/** What a flow keeps: the booking, and its loan when it was sent again after the password. */
interface Waiting {
  readonly booking: Booking
  loan?: Loan
}

/**
 * Books at once what needs no password, or what is sent again after its password. Everything else waits in a
 * control flow; one flow makes one loan, whichever way it is gone on with.
 */
export function bookOrAsk(
  desk: Desk,
  call: ResourceCall,
  { booking, show }: { readonly booking: Booking; readonly show: Show },
): Answer {
  const waiting = findVerified(desk, call, booking)
  if (booking.isRisky && waiting === undefined && call.behaviour.enforces('mfa.required'))
    return askFirst(desk, call, booking)
  const loan = book(desk, call, booking)
  if (waiting !== undefined) waiting.loan = loan
  return json(200, desk.write(call.operation, show(loan)))
}

function askFirst(desk: Desk, call: ResourceCall, booking: Booking): Answer {
  const content: Waiting = { booking }
  const { purpose } = booking
  return askForFactor(
    call,
    desk.bank.flows.open({ owner: ownerOf(call), purpose, content, form: 'letters' }, call.now),
  )
}

/** Finds the same booking in a flow whose password was right. */
function findVerified(desk: Desk, call: ResourceCall, booking: Booking): Waiting | undefined {
  return desk.bank.flows
    .waitingFor(ownerOf(call), booking.purpose)
    .filter(({ id, verified }) => verified && findFlow(desk, call, id) !== undefined)
    .map(({ content }) => content as Waiting)
    .find((waiting) => waiting.loan === undefined && isSame(waiting.booking, booking))
}

function isSame(one: Booking, other: Booking): boolean {
  return one.account.id === other.account.id && JSON.stringify(one.order) === JSON.stringify(other.order)
}

/** Goes on with a flow: books what it holds. */
export function confirm(desk: Desk, call: ResourceCall, show: Show): Answer {
  const { controlFlowId: id } = call.body as { readonly controlFlowId: string }
  const flow = takeVerified(desk, call, { id, purpose: call.operation.id })
  if (flow === undefined) return refuse(call, { status: 400, code: 'invalidControlFlowId' })
  const { booking, loan } = flow.content as Waiting
  return json(200, desk.write(call.operation, show(loan ?? book(desk, call, booking))))
}

function book({ bank }: Desk, { behaviour, now }: ResourceCall, { account, order, settles }: Booking): Loan {
  if (behaviour.enforces('loan.replaces')) settles?.forEach((loan) => bank.loans.settle(loan))
  return bank.loans.book(account, order, dayOf(now))
}
