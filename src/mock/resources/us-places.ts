import type { ProductKind } from '../bank/products.ts'

/** Where the United States family shows the accounts of a product. */
export interface UsPlace {
  readonly kind: ProductKind
  readonly group: 'CHECKING' | 'SAVINGS' | 'CREDITCARD' | 'LOAN' | 'LINEOFCREDIT' | 'BROKERAGE' | 'RETIREMENT'
  readonly name: string
  /** Name of the list of accounts. */
  readonly details: string
  /** Name of the list of transactions; retirement accounts have none. */
  readonly transactions: string | undefined
}

/** The products that are sold in the United States, in the order in which their groups are shown. */
export const usPlaces: readonly UsPlace[] = [
  {
    kind: 'checking',
    group: 'CHECKING',
    name: 'Regular Checking',
    details: 'checkingAccountsDetails',
    transactions: 'checkingAccountTransactions',
  },
  {
    kind: 'savings',
    group: 'SAVINGS',
    name: 'Citi Accelerate Savings',
    details: 'savingsAccountsDetails',
    transactions: 'savingsAccountTransactions',
  },
  {
    kind: 'timeDeposit',
    group: 'SAVINGS',
    name: 'Certificate of Deposit',
    details: 'savingsAccountsDetails',
    transactions: 'savingsAccountTransactions',
  },
  {
    kind: 'creditCard',
    group: 'CREDITCARD',
    name: 'Citi Double Cash Card',
    details: 'creditCardAccountsDetails',
    transactions: 'creditCardAccountTransactions',
  },
  {
    kind: 'loan',
    group: 'LOAN',
    name: 'Citi Personal Loan',
    details: 'loanAccountsDetails',
    transactions: 'loanAccountTransactions',
  },
  {
    kind: 'readyCredit',
    group: 'LINEOFCREDIT',
    name: 'Checking Plus',
    details: 'lineOfCreditAccountsDetails',
    transactions: 'lineOfCreditAccountTransactions',
  },
  {
    kind: 'securitiesBrokerage',
    group: 'BROKERAGE',
    name: 'Citi Self Invest',
    details: 'brokerageAccountsDetails',
    transactions: 'brokerageAccountTransactions',
  },
  {
    kind: 'mutualFund',
    group: 'RETIREMENT',
    name: 'Traditional IRA',
    details: 'retirementAccountsDetails',
    transactions: undefined,
  },
]

/** Returns where a product is shown; undefined when it is not sold there. */
export function usPlaceOf(kind: ProductKind): UsPlace | undefined {
  return usPlaces.find((place) => place.kind === kind)
}

/** Takes every list of a body away, so that a caller can put back the one that it fills. */
export function withoutLists(which: 'details' | 'transactions'): Record<string, unknown> {
  return Object.fromEntries(usPlaces.map((place) => [place[which] ?? '', undefined]))
}
