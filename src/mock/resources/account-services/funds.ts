import { type Handler, json } from '../../answer.ts'
import { minorUnitsOf } from '../../bank/money.ts'
import type { Account } from '../../bank/accounts.ts'
import { accountOfPath } from '../account-lookup.ts'
import type { Desk } from '../desk.ts'
import { invalid, refuse } from '../refusal.ts'

/** Tells whether an account can pay an amount in its own currency. */
export function checkFunds(desk: Desk): Handler {
  return (call) => {
    const account = accountOfPath(desk, call)
    if ('status' in account) return refuse(call, account)
    const amount = minorUnitsOf(Number(call.query['sufficiencyCheckAmount']))
    if (amount === undefined) return refuse(call, invalid('sufficiencyCheckAmount'))
    if (call.query['currencyCode'] !== account.currency)
      return refuse(call, { status: 422, code: 'businessValidationsFailed', location: 'currencyCode' })
    const sufficientFundsIndicator = amount <= availableOn(account)
    return json(200, desk.write(call.operation, { sufficientFundsIndicator }))
  }
}

/** What can be spent: of a line the unused part, of everything else what is not held. */
function availableOn({ product, balance, held, principal }: Account): number {
  return product.classification === 'LIABILITY' ? principal - balance : balance - held
}
