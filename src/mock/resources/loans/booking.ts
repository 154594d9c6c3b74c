import { type Answer, json, type ResourceCall } from '../../answer.ts'
import type { Account } from '../../bank/accounts.ts'
import { dayOf } from '../../bank/days.ts'
import type { Loan, LoanOrder } from '../../bank/loans.ts'
import type { Desk } from '../desk.ts'
import { askForFactor, ownerOf, takeVerified } from '../mfa.ts'
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

/**
 * Books at once what needs no password, or what is asked for again after its password. Everything else waits in
 * a control flow.
 */
export function bookOrAsk(
  desk: Desk,
  call: ResourceCall,
  { booking, show }: { booking: Booking; show: Show },
): Answer {
  if (booking.isRisky && !takeAgain(desk, call, booking) && call.behaviour.enforces('mfa.required')) {
    const { purpose } = booking
    const flow = desk.bank.flows.open(
      { owner: ownerOf(call), purpose, content: booking, form: 'letters' },
      call.now,
    )
    return askForFactor(call, flow)
  }
  return json(200, desk.write(call.operation, show(book(desk, call, booking))))
}

/** Takes the flow of the same booking, when its password was right. */
function takeAgain(desk: Desk, call: ResourceCall, booking: Booking): boolean {
  const { purpose } = booking
  return desk.bank.flows
    .waitingFor(ownerOf(call), purpose)
    .filter(({ verified, content }) => verified && isSame(content as Booking, booking))
    .some(({ id }) => takeVerified(desk, call, { id, purpose }) !== undefined)
}

function isSame(one: Booking, other: Booking): boolean {
  return one.account.id === other.account.id && JSON.stringify(one.order) === JSON.stringify(other.order)
}

/** Goes on with a flow: books what it holds. */
export function confirm(desk: Desk, call: ResourceCall, show: Show): Answer {
  const { controlFlowId: id } = call.body as { readonly controlFlowId: string }
  const flow = takeVerified(desk, call, { id, purpose: call.operation.id })
  if (flow === undefined) return refuse(call, { status: 400, code: 'invalidControlFlowId' })
  return json(200, desk.write(call.operation, show(book(desk, call, flow.content as Booking))))
}

function book({ bank }: Desk, { behaviour, now }: ResourceCall, { account, order, settles }: Booking): Loan {
  if (behaviour.enforces('loan.replaces')) settles?.forEach((loan) => bank.loans.settle(loan))
  return bank.loans.book(account, order, dayOf(now))
}
