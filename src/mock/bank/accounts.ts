import type { Market } from '../../markets/types.ts'
import { localAmount } from './currencies.ts'
import { holdingsOf } from './customers.ts'
import { share } from './money.ts'
import { type Product, products } from './products.ts'
import { opaqueId, seeded } from './seeded.ts'

/** An account with its balances in minor units. */
export interface Account {
  readonly id: string
  readonly product: Product
  readonly username: string
  readonly currency: string
  /** All but the last four digits hidden. */
  readonly displayNumber: string
  /** What the customer owns, or owes when the product is a liability. */
  readonly balance: number
  /** The part of the balance that is not to be spent yet. */
  readonly held: number
  /** Credit line of a card or ready credit, original principal of a loan or deposit. */
  readonly principal: number
  readonly openedOn: string
}

/** Opens the accounts of a customer in a market; the same ones each time. */
export function openAccounts(market: Market, username: string): readonly Account[] {
  const holds = holdingsOf(username)
  return products
    .filter(({ kind }) => holds.includes(kind))
    .map((product) => openAccount(market, username, product))
}

function openAccount(market: Market, username: string, product: Product): Account {
  const seed = `${market.id}/${username}/${product.kind}`
  const draw = seeded(seed)
  const balance = localAmount(draw.integer(...product.balance), market.currency)
  const year = draw.integer(2012, 2019)
  return {
    id: opaqueId(seed, market.id === 'us' ? 128 : 88),
    product,
    username,
    currency: market.currency,
    displayNumber: maskOf(product) + String(draw.integer(1000, 9999)),
    balance,
    held: product.kind === 'checking' ? share(balance, draw.integer(100, 400)) : 0,
    principal: principalOf(product, balance),
    openedOn: `${year}-0${draw.integer(1, 9)}-${draw.integer(10, 28)}`,
  }
}

function maskOf({ kind }: Product): string {
  return 'X'.repeat(kind === 'creditCard' ? 12 : 6)
}

/** A line is larger than what is used of it, a loan was larger, and a deposit was smaller by its interest. */
function principalOf({ kind, classification }: Product, balance: number): number {
  if (kind === 'loan') return roundUp(share(balance, 15_000))
  if (classification === 'LIABILITY') return roundUp(share(balance, 25_000))
  return balance - share(balance, 120)
}

function roundUp(minorUnits: number): number {
  return Math.ceil(minorUnits / 100_000) * 100_000
}
