/** The kinds of product that the bank offers; the documents name their objects after them. */
export type ProductKind =
  | 'checking'
  | 'savings'
  | 'creditCard'
  | 'readyCredit'
  | 'loan'
  | 'mutualFund'
  | 'securitiesBrokerage'
  | 'callDeposit'
  | 'premiumDeposit'
  | 'timeDeposit'

/** What is the same for every account of a kind. */
export interface Product {
  readonly kind: ProductKind
  readonly name: string
  readonly code: string
  readonly nickname: string
  /** Whether the balance is the customer's or the bank's money. */
  readonly classification: 'ASSET' | 'LIABILITY'
  /** Group of the account list. */
  readonly group: 'CHECKING' | 'SAVINGS_AND_INVESTMENTS' | 'CREDIT_CARD' | 'READY_CREDIT' | 'LOAN'
  /** Range of the balance, in US cents. */
  readonly balance: readonly [least: number, most: number]
  /** How many transactions the last 180 days hold. */
  readonly transactions: number
}

const investments = { classification: 'ASSET', group: 'SAVINGS_AND_INVESTMENTS' } as const

/** Every product, in the order in which the bank lists accounts. */
export const products: readonly Product[] = [
  {
    kind: 'creditCard',
    name: 'Citi Rewards Platinum',
    code: '0004_VC400',
    nickname: 'Everyday card',
    classification: 'LIABILITY',
    group: 'CREDIT_CARD',
    balance: [180_000, 420_000],
    transactions: 38,
  },
  {
    kind: 'checking',
    name: 'Citi Everyday Checking',
    code: '0001_CHK10',
    nickname: 'Household',
    classification: 'ASSET',
    group: 'CHECKING',
    balance: [650_000, 1_900_000],
    transactions: 57,
  },
  {
    kind: 'savings',
    name: 'Citi Accelerate Savings',
    code: '0007_SAV20',
    nickname: 'Rainy day',
    ...investments,
    balance: [800_000, 4_200_000],
    transactions: 14,
  },
  {
    kind: 'mutualFund',
    name: 'Citi Fund Account',
    code: '0031_FND10',
    nickname: 'Long run',
    ...investments,
    balance: [1_500_000, 6_000_000],
    transactions: 5,
  },
  {
    kind: 'securitiesBrokerage',
    name: 'Citi Brokerage Account',
    code: '0033_SEC10',
    nickname: 'Shares',
    ...investments,
    balance: [2_000_000, 9_000_000],
    transactions: 6,
  },
  {
    kind: 'callDeposit',
    name: 'Citi Call Deposit',
    code: '0009_CDP10',
    nickname: 'At call',
    ...investments,
    balance: [1_000_000, 3_000_000],
    transactions: 4,
  },
  {
    kind: 'premiumDeposit',
    name: 'Citi Premium Deposit',
    code: '0012_PRM10',
    nickname: 'Dual currency',
    ...investments,
    balance: [2_500_000, 5_000_000],
    transactions: 2,
  },
  {
    kind: 'timeDeposit',
    name: 'Citi Time Deposit',
    code: '0010_TDP10',
    nickname: 'Put away',
    ...investments,
    balance: [1_000_000, 5_000_000],
    transactions: 3,
  },
  {
    kind: 'readyCredit',
    name: 'Citi Ready Credit',
    code: '0005_RDC10',
    nickname: 'Reserve',
    classification: 'LIABILITY',
    group: 'READY_CREDIT',
    balance: [120_000, 300_000],
    transactions: 8,
  },
  {
    kind: 'loan',
    name: 'Citi Personal Loan',
    code: '0021_LON10',
    nickname: 'Kitchen',
    classification: 'LIABILITY',
    group: 'LOAN',
    balance: [900_000, 2_400_000],
    transactions: 6,
  },
]
