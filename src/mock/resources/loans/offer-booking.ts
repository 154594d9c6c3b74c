import type { Handler } from '../../answer.ts'
import type { Desk } from '../desk.ts'
import { confirm } from './booking.ts'
import { join, joinedFields } from './consolidation.ts'
import { book } from './loan-booking.ts'
import { forOffer } from './offers.ts'

/** Books the loan of an offer; money that leaves the customer's accounts waits for a one-time password. */
export function bookOfferLoan(desk: Desk): Handler {
  return forOffer(desk, (call, account) => book(desk, call, { account, purpose: 'confirmOfferLoan' }))
}

/** Books the loan that a control flow of an offer holds. */
export function confirmOfferLoan(desk: Desk): Handler {
  return forOffer(desk, (call) => confirm(desk, call, ({ id }) => ({ loanReferenceId: id })))
}

/** Joins running loans of the customer of an offer. */
export function consolidateOfferLoans(desk: Desk): Handler {
  return forOffer(desk, (call, account) =>
    join(desk, call, { account, purpose: 'confirmOfferConsolidation' }),
  )
}

/** Books the joining that a control flow of an offer holds. */
export function confirmOfferConsolidation(desk: Desk): Handler {
  return forOffer(desk, (call) => confirm(desk, call, (loan) => joinedFields(loan, call)))
}
