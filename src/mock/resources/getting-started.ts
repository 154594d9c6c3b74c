import { type Handler, json } from '../answer.ts'
import type { Account } from '../bank/accounts.ts'
import { customers } from '../bank/customers.ts'
import { decimal } from '../bank/money.ts'
import type { Desk } from './desk.ts'

/** Lists the first customer's checking and savings accounts: the call of the guide knows no customer. */
export function listGettingStartedAccounts(desk: Desk): Handler {
  return (call) => {
    const username = customers[0]?.username ?? ''
    const accounts = desk.bank
      .accountsOf(call.market, username)
      .filter(({ product }) => product.kind === 'checking' || product.kind === 'savings')
    return json(200, desk.write(call.operation, accounts.map(fieldsOf)))
  }
}

function fieldsOf({ id, product, currency, balance }: Account): object {
  return {
    accountId: id,
    accountNickname: product.nickname,
    currency,
    currentBalance: { amount: decimal(balance), currency },
  }
}
