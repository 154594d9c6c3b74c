import { type Answer, json, type ResourceCall } from '../../answer.ts'
import type { Account } from '../../bank/accounts.ts'
import { dayOf } from '../../bank/days.ts'
import type { Loan, LoanOrder } from '../../bank/loans.ts'
import type { Desk } from '../desk.ts'
import { askForFactor, ownerOf, takeVerified } from '../mfa.ts'
import { refuse } from '../refusal.ts'

/** An amount in minor units, and the account that it goes to. */
export interface PayOut {
  readonly accountId: string
  readonly amount: number
}

/** A loan that is to be booked, with the loans that it settles. */
export interface Booking {
  readonly account: Account
  readonly order: LoanOrder
  readonly settles?: readonly Loan[]
  /** Money that goes to an account of the customer. */
  readonly payOut?: PayOut
  /** Whether a one-time password comes first. */
  readonly isRisky: boolean
  /** The call that goes on with the flow. */
  readonly purpose: string
}

type Show = (loan: Loan) => object

const rules = {
  'mfa.verified': 'loan.verified',
  'flow.single-use': 'loan.once',
  'flow.owner': 'loan.flow-owner',
  'flow.expiry': 'loan.flow-expiry',
} as const

/** Books at once what needs no password; everything else waits in a control flow. */
export function bookOrAsk(
  desk: Desk,
  call: ResourceCall,
  { booking, show }: { readonly booking: Booking; readonly show: Show },
): Answer {
  const isRisky = booking.isRisky || !call.behaviour.enforces('loan.own-account')
  if (!isRisky || !call.behaviour.enforces('loan.second-factor'))
    return json(200, desk.write(call.operation, show(book(desk, call, booking))))
  const request = {
    owner: ownerOf(call),
    purpose: booking.purpose,
    content: booking,
    form: 'letters',
    rules,
  } as const
  return askForFactor(call, desk.bank.flows.open(request, call.now))
}

/** Goes on with a flow: books what it holds. */
export function confirm(desk: Desk, call: ResourceCall, show: Show): Answer {
  const { controlFlowId: id } = call.body as { readonly controlFlowId: string }
  const flow = takeVerified(desk, call, { id, purpose: call.operation.id })
  if (flow === undefined) return refuse(call, { status: 400, code: 'invalidControlFlowId' })
  return json(200, desk.write(call.operation, show(book(desk, call, flow.content as Booking))))
}

function book({ bank }: Desk, { behaviour, now }: ResourceCall, booking: Booking): Loan {
  const { account, order, settles, payOut } = booking
  if (behaviour.enforces('loan.replaces')) settles?.forEach((loan) => bank.loans.settle(loan))
  const loan = bank.loans.book(account, order, dayOf(now))
  if (payOut !== undefined && behaviour.enforces('loan.paid-out'))
    bank.ledger.post([
      {
        ...payOut,
        direction: 'CREDIT',
        reference: loan.id,
        name: 'Citibank',
        text: `LOAN ${loan.id.toUpperCase()}`,
        day: dayOf(now),
      },
    ])
  return loan
}
