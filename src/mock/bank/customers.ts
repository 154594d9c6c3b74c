import type { CustomerCredentials } from '../control.ts'
import type { ProductKind } from './products.ts'

interface BankCustomer extends CustomerCredentials {
  readonly holds: readonly ProductKind[]
}

const everything: readonly ProductKind[] = [
  'checking',
  'savings',
  'mutualFund',
  'securitiesBrokerage',
  'callDeposit',
  'premiumDeposit',
  'timeDeposit',
  'creditCard',
  'readyCredit',
  'loan',
]

const bankCustomers: readonly BankCustomer[] = [
  { username: 'SandboxUser1', password: 'Sandbox-harbour-41', holds: everything },
  { username: 'SandboxUser2', password: 'Sandbox-lantern-52', holds: ['checking', 'savings', 'creditCard'] },
  {
    username: 'SandboxUser3',
    password: 'Sandbox-orchard-63',
    holds: ['checking', 'timeDeposit', 'creditCard', 'loan'],
  },
  {
    username: 'SandboxUser4',
    password: 'Sandbox-compass-74',
    holds: ['checking', 'savings', 'mutualFund', 'securitiesBrokerage', 'callDeposit', 'premiumDeposit'],
  },
  {
    username: 'SandboxUser5',
    password: 'Sandbox-meadow-85',
    holds: ['checking', 'creditCard', 'readyCredit'],
  },
]

/** The test customers; each has other accounts, in every market. */
export const customers: readonly CustomerCredentials[] = bankCustomers.map(({ username, password }) => ({
  username,
  password,
}))

/** Lists the kinds of product that a customer holds; nothing for a stranger. */
export function holdingsOf(username: string): readonly ProductKind[] {
  return bankCustomers.find((customer) => customer.username === username)?.holds ?? []
}

/** Returns the position of a customer among the test customers, from 0; -1 for a stranger. */
export function positionOf(username: string): number {
  return bankCustomers.findIndex((customer) => customer.username === username)
}
