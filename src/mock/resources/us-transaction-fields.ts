import type { Account } from '../bank/accounts.ts'
import { foreignAmount } from '../bank/currencies.ts'
import { decimal } from '../bank/money.ts'
import { papers } from '../bank/papers.ts'
import type { ProductKind } from '../bank/products.ts'
import type { Profile } from '../bank/profiles.ts'
import { orderUnits, type Transaction } from '../bank/transactions.ts'

type Direction = Transaction['direction']
type Kinds = Readonly<Partial<Record<ProductKind, Readonly<Record<Direction, string>>>>>

/** Values of transactionType by product; deposits are paid into, cards and loans are paid. */
const types: Kinds = {
  checking: { CREDIT: 'DEPOSIT', DEBIT: 'PAYMENT' },
  savings: { CREDIT: 'DIVIDEND_AND_INTEREST', DEBIT: 'WITHDRAWAL' },
  timeDeposit: { CREDIT: 'DIVIDEND_AND_INTEREST', DEBIT: 'WITHDRAWAL' },
  creditCard: { CREDIT: 'PAYMENT', DEBIT: 'PURCHASE' },
  loan: { CREDIT: 'PAYMENT', DEBIT: 'PURCHASE' },
  readyCredit: { CREDIT: 'PAYMENT', DEBIT: 'CASH_ADVANCE' },
  securitiesBrokerage: { CREDIT: 'COMMON_STOCK_TRANSACTION', DEBIT: 'COMMON_STOCK_TRANSACTION' },
}

/** Whose transaction it is, and when it is asked for. */
export interface UsContext {
  readonly account: Account
  readonly profile: Profile
  /** First day of the purchases that are not on a bill yet. */
  readonly unbilledSince: string
}

/** Describes a transaction in the words of the United States family. */
export function usTransactionFields(context: UsContext, transaction: Transaction): object {
  const { account, profile } = context
  const { direction, merchant, postedOn } = transaction
  return {
    accountId: account.id,
    displayAccountNumber: account.displayNumber,
    currencyCode: account.currency,
    debitCreditMemo: direction,
    transactionAmount: decimal(transaction.amount),
    transactionDate: transaction.madeOn,
    transactionPostingDate: postedOn,
    transactionDescription: merchant.text,
    transactionDescriptionExtension: `REFERENCE ${transaction.id.slice(0, 10)}`,
    transactionId: postedOn === undefined ? undefined : transaction.id,
    transactionStatus: statusOf(context, transaction),
    transactionType: types[account.product.kind]?.[direction],
    memberName: `${profile.firstName} ${profile.lastName}`.toUpperCase(),
    merchantDescription: merchant.text,
    merchantCategory: merchant.category,
    merchantCountry: transaction.paidAbroad ? 'DE' : 'US',
    foreignCurrency: transaction.paidAbroad
      ? decimal(foreignAmount(transaction.amount, account.currency))
      : undefined,
    ...(transaction.byCheque ? {} : { checkNumber: undefined }),
    ...(account.product.kind === 'securitiesBrokerage' ? tradeFields(transaction) : {}),
  }
}

function statusOf({ account, unbilledSince }: UsContext, { madeOn, postedOn }: Transaction): string {
  if (postedOn === undefined) return 'PENDING'
  if (account.product.kind !== 'creditCard') return 'POSTED'
  return madeOn < unbilledSince ? 'BILLED' : 'UNBILLED'
}

/** A trade has its id from the start. */
function tradeFields({ id, amount, madeOn, postedOn }: Transaction): object {
  const [{ name, code, cusip }] = papers
  return {
    securityIdentifier: { symbol: code, cusip },
    longActivityDescription: `BOUGHT ${orderUnits} ${name.toUpperCase()}`,
    shortActivityDescription: 'BOUGHT',
    transactionId: id,
    tradeNumber: `T-${id.slice(0, 8)}`,
    transactionDateTime: madeOn,
    settlementDate: postedOn,
    buySellIndicator: 'BUY',
    netAmount: decimal(amount),
    principalAmount: decimal(amount),
    priceAmount: decimal(amount / orderUnits),
    quantity: orderUnits,
  }
}
