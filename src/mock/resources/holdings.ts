import type { ResourceCall } from '../answer.ts'
import { dayOf } from '../bank/days.ts'
import { opaqueId } from '../bank/seeded.ts'
import { ownAccounts } from './account-lookup.ts'
import type { Desk } from './desk.ts'
import { ownTaxStatements } from './tax-statements/own.ts'

/** Lists the ids of a name that belong to a caller, where the bank keeps them; all others are made up. */
export const holdings: Readonly<Record<string, (desk: Desk, call: ResourceCall) => readonly string[]>> = {
  cardId: ({ bank }, { market, username = '', cardId, behaviour }) => {
    const ids = bank.cards.of(market, username).map(({ id }) => id)
    // The token of a card opens that card and no other.
    const isBound = cardId !== undefined && ids.includes(cardId) && behaviour.enforces('card.own')
    return isBound ? [cardId] : ids
  },
  statementId: (desk, call) =>
    ownAccounts(desk, call).flatMap((account) =>
      desk.bank.statementsOf(account, dayOf(call.now)).map(({ id }) => id),
    ),
  accountId: (desk, call) => ownAccounts(desk, call).map(({ id }) => id),
  taxstatementId: (_, call) => ownTaxStatements(call).map(({ id }) => id),
  transactionReferenceId: (desk, call) =>
    ownAccounts(desk, call)
      .flatMap((account) => desk.bank.transactionsOf(account, dayOf(call.now)))
      .map(({ id }) => id),
  loanReferenceId: (desk, call) =>
    ownAccounts(desk, call)
      .flatMap((account) => desk.bank.loans.loansOf(account, dayOf(call.now)))
      .map(({ id }) => id),
  // Where no call lists payees the branch keeps one, to whom a loan can be paid out.
  payeeId: ({ bank }, { market, username = '' }) => {
    const listed = bank.payments.payees.of(market, username).map(({ id }) => id)
    return listed.length > 0 ? listed : [opaqueId(`payee/${market.id}/${username}`, 40)]
  },
}
