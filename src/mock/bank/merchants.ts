import type { ProductKind } from './products.ts'

/** Whether money comes in or goes out, as the customer sees it. */
export type Direction = 'CREDIT' | 'DEBIT'

/** The other side of a movement as a statement prints it. */
export interface Merchant {
  readonly name: string
  readonly text: string
  readonly category: string
  /** The bank's own code of the kind of movement, digits only. */
  readonly code: string
}

type Merchants = readonly [Merchant, ...Merchant[]]

const shops: Merchants = [
  { name: 'Corner Grocer', text: 'CARD PURCHASE CORNER GROCER', category: 'GROCERIES', code: '5411' },
  { name: 'Metro Transit', text: 'CARD PURCHASE METRO TRANSIT', category: 'TRANSPORT', code: '4111' },
  { name: 'City Power', text: 'DIRECT DEBIT CITY POWER', category: 'UTILITIES', code: '4900' },
  { name: 'Harbour Books', text: 'CARD PURCHASE HARBOUR BOOKS', category: 'SHOPPING', code: '5942' },
  { name: 'Blue Door Café', text: 'CARD PURCHASE BLUE DOOR CAFE', category: 'DINING', code: '5814' },
  { name: 'Northline Telecom', text: 'DIRECT DEBIT NORTHLINE TELECOM', category: 'UTILITIES', code: '4814' },
]

const employers: Merchants = [
  { name: 'Alder & Finch', text: 'SALARY ALDER AND FINCH', category: 'INCOME', code: '6010' },
  { name: 'Alder & Finch', text: 'EXPENSES ALDER AND FINCH', category: 'INCOME', code: '6011' },
]

const bank = (text: string, category: string, code: string): Merchants => [
  { name: 'Citibank', text, category, code },
]

const incoming: Readonly<Record<ProductKind, Merchants>> = {
  checking: employers,
  savings: bank('INTEREST CREDITED', 'INTEREST', '6100'),
  mutualFund: bank('FUND SUBSCRIPTION', 'INVESTMENT', '6300'),
  securitiesBrokerage: bank('PURCHASE OF SECURITIES', 'INVESTMENT', '6310'),
  callDeposit: bank('INTEREST CREDITED', 'INTEREST', '6100'),
  premiumDeposit: bank('PREMIUM CREDITED', 'INTEREST', '6110'),
  timeDeposit: bank('INTEREST CREDITED', 'INTEREST', '6100'),
  creditCard: bank('PAYMENT RECEIVED', 'PAYMENT', '6200'),
  readyCredit: bank('PAYMENT RECEIVED', 'PAYMENT', '6200'),
  loan: bank('INSTALMENT RECEIVED', 'PAYMENT', '6210'),
}

const drawings = bank('CASH DRAWN', 'CASH', '6400')

/** Lists who may stand behind a movement of an account. */
export function merchantsOf(kind: ProductKind, direction: Direction): Merchants {
  if (direction === 'CREDIT') return incoming[kind]
  return kind === 'readyCredit' ? drawings : shops
}
