import type { Answer, Handler, ResourceCall } from '../../answer.ts'
import type { Account } from '../../bank/accounts.ts'
import type { Desk } from '../desk.ts'
import { notFound, refuse, type Refusal } from '../refusal.ts'
import { lendingAccounts, notEligible } from './lending.ts'

/** Offers that the bank sent its first test customer in links. */
const offers = ['5157688572', '5157688589', '5157688596']

/** Serves calls whose path names an offer; the account is the one that the offer is about. */
export function forOffer(desk: Desk, serve: (call: ResourceCall, account: Account) => Answer): Handler {
  return (call) => {
    const account = accountOfOffer(desk, call)
    return 'status' in account ? refuse(call, account) : serve(call, account)
  }
}

function accountOfOffer(desk: Desk, call: ResourceCall): Account | Refusal {
  const isKnown = offers.includes(call.params['offerId'] ?? '')
  if (!isKnown && call.behaviour.enforces('object.exists')) return notFound
  return lendingAccounts(desk, call)[0] ?? notEligible
}
