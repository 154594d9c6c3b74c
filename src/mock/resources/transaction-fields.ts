import type { Account } from '../bank/accounts.ts'
import { foreignAmount, foreignCurrencyOf, foreignRateOf } from '../bank/currencies.ts'
import { decimal } from '../bank/money.ts'
import { papers } from '../bank/papers.ts'
import { orderUnits, type Transaction } from '../bank/transactions.ts'

/** Describes the movements of an account: orders of an investment account, transactions of the others. */
export function movementFields(account: Account, transactions: readonly Transaction[]): object {
  const { kind } = account.product
  if (kind === 'mutualFund' || kind === 'securitiesBrokerage')
    return {
      transactions: undefined,
      investmentTransaction: transactions.map((each) => orderFields(account, each)),
    }
  return {
    transactions: transactions.map((each) => transactionFields(account, each)),
    investmentTransaction: undefined,
  }
}

/** Describes a transaction in the words of the first version. */
export function transactionFields(account: Account, transaction: Transaction): object {
  const { merchant, direction, postedOn } = transaction
  const isPurchase = account.product.kind === 'creditCard' && direction === 'DEBIT'
  return {
    displayAccountNumber: account.displayNumber,
    displayCardNumber: account.displayNumber,
    transactionDate: transaction.madeOn,
    transactionPostingDate: postedOn,
    transactionDescription: merchant.text,
    merchantName: merchant.name,
    transactionCode: merchant.code,
    transactionReferenceId: transaction.id,
    transactionAmount: decimal(transaction.amount),
    currencyCode: account.currency,
    transactionType: direction,
    transactionStatus: postedOn === undefined ? 'NEW' : 'BILLED',
    runningBalance: decimal(transaction.balance),
    ...foreignFields(account, transaction),
    ...(transaction.byCheque ? {} : { checkSerialNumber: undefined }),
    eligibleForEqualPaymentPlan: isPurchase ? 'ELIGIBLE' : undefined,
  }
}

function foreignFields({ currency }: Account, { amount, paidAbroad }: Transaction): object {
  return {
    foreignCurrencyCode: paidAbroad ? foreignCurrencyOf(currency) : undefined,
    foreignTransactionAmount: paidAbroad ? decimal(foreignAmount(amount, currency)) : undefined,
    foreignExchangeRate: paidAbroad ? foreignRateOf(currency) : undefined,
  }
}

function orderFields({ currency }: Account, { id, amount, madeOn }: Transaction): object {
  return {
    orderDate: madeOn,
    orderReferenceId: id,
    orderType: 'BUY',
    code: papers[0].code,
    name: papers[0].name,
    currencyCode: currency,
    transactionAmount: decimal(amount),
    grossAmount: decimal(amount),
    price: decimal(amount / orderUnits),
    orderQuantity: orderUnits,
    filledQuantity: orderUnits,
    balanceQuantity: 0,
  }
}
