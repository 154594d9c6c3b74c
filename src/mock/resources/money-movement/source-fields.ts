import type { ResourceCall } from '../../answer.ts'
import type { Account } from '../../bank/accounts.ts'
import { addDays, addMonths, dayOf } from '../../bank/days.ts'
import { decimal, share } from '../../bank/money.ts'
import { spendable } from '../../bank/payments/move.ts'
import type { ProductKind } from '../../bank/products.ts'
import { ownAccounts } from '../account-lookup.ts'
import type { Desk } from '../desk.ts'

/** Lists the accounts that can give money; a card gives out of its line. */
export function sourcesOf(desk: Desk, call: ResourceCall): readonly Account[] {
  return inOrder(ownAccounts(desk, call), ['checking', 'savings', 'callDeposit', 'creditCard'])
}

/** Lists the accounts that can take money from the customer's others; a checking account comes last. */
export function takersOf(desk: Desk, call: ResourceCall): readonly Account[] {
  return inOrder(ownAccounts(desk, call), ['savings', 'creditCard', 'checking'])
}

function inOrder(accounts: readonly Account[], kinds: readonly ProductKind[]): readonly Account[] {
  return kinds.flatMap((kind) => accounts.filter(({ product }) => product.kind === kind))
}

/** Describes an account that can give money. */
export function sourceFields(account: Account): object {
  const { id, displayNumber, currency, product } = account
  return {
    sourceAccountId: id,
    displaySourceAccountNumber: displayNumber,
    sourceAccountCurrencyCode: currency,
    accountGroup: product.group,
    availableBalance: decimal(spendable(account)),
    nextPaymentAmount: nextPayment(account),
    productName: product.name,
    accountNickName: product.nickname,
    accountNickname: product.nickname,
  }
}

/** Describes an account that can take money, and names those that can give to it. */
export function takerFields(account: Account, sources: readonly Account[], { now }: ResourceCall): object {
  const { id, displayNumber, currency, product, balance } = account
  const isCard = product.kind === 'creditCard'
  const today = dayOf(now)
  return {
    destinationAccountId: id,
    displayDestinationAccountNumber: displayNumber,
    destinationAccountCurrencyCode: currency,
    productName: product.name,
    accountNickName: product.nickname,
    availableBalance: isCard ? undefined : decimal(spendable(account)),
    nextPaymentAmount: nextPayment(account),
    outstandingBalance: isCard ? decimal(balance) : undefined,
    minimumDueAmount: nextPayment(account),
    lastStatementDate: isCard ? addDays(`${today.slice(0, 8)}01`, -1) : undefined,
    paymentDueDate: isCard ? addMonths(`${today.slice(0, 8)}18`, 1) : undefined,
    sourceAccountIds: sourceKeys(sources.filter((source) => canGiveTo(source, account))),
  }
}

/** No account gives to itself, and a card not to a card. */
export function canGiveTo(source: Account, taker: Account): boolean {
  return (
    source.id !== taker.id && (source.product.kind !== 'creditCard' || taker.product.kind !== 'creditCard')
  )
}

/** Names accounts as lists of payees do. */
export function sourceKeys(sources: readonly Account[]): object[] {
  return sources.map(({ id }) => ({ sourceAccountId: id }))
}

function nextPayment({ product, balance }: Account): number | undefined {
  return product.kind === 'creditCard' ? decimal(share(Math.max(balance, 0), 500)) : undefined
}
