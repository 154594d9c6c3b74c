import type { Account } from '../accounts.ts'
import type { Taker } from './order.ts'
import type { Payee } from './payees.ts'

/** A kept payee takes the money. */
export function payeeTaker({ id, name, displayNumber, currency, accountId, bank }: Payee): Taker {
  return {
    name,
    displayNumber,
    currency,
    accountId,
    bankCode: bank?.code,
    bankName: bank?.name,
    payeeId: id,
  }
}

/** An account of this bank takes the money. */
export function accountTaker({ id, product, displayNumber, currency }: Account): Taker {
  return { name: product.nickname, displayNumber, currency, accountId: id }
}
