/** A merchant that sends bills. */
export interface Biller {
  readonly number: string
  readonly name: string
  /** What it sells. */
  readonly category: 'UTILITIES' | 'TELECOM' | 'INSURANCE'
  readonly billType: string
  /** Which number of the customer it asks for, with its code. */
  readonly asksFor: readonly [code: string, name: string]
}

/** The merchants whose bills can be paid, in every market. */
export const billers: readonly [Biller, Biller, Biller, Biller] = [
  {
    number: '50098021',
    name: 'City Power',
    category: 'UTILITIES',
    billType: 'ELEC',
    asksFor: ['01', 'CUSTOMER_ACCOUNT_NUMBER'],
  },
  {
    number: '50098047',
    name: 'Northline Telecom',
    category: 'TELECOM',
    billType: 'MOBILE',
    asksFor: ['02', 'PHONE_NUMBER'],
  },
  {
    number: '50098063',
    name: 'Clearwater Supply',
    category: 'UTILITIES',
    billType: 'WATER',
    asksFor: ['01', 'CUSTOMER_ACCOUNT_NUMBER'],
  },
  {
    number: '50098105',
    name: 'Anchor Mutual',
    category: 'INSURANCE',
    billType: 'HOME',
    asksFor: ['03', 'POLICY_NUMBER'],
  },
]

/** Finds a merchant by its number. */
export function billerOf(number: string | undefined): Biller | undefined {
  return billers.find((biller) => biller.number === number)
}
