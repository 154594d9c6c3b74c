import type { Account } from './accounts.ts'
import { localAmount } from './currencies.ts'
import { addDays } from './days.ts'
import { type Direction, type Merchant, merchantsOf } from './merchants.ts'
import { share } from './money.ts'
import { type Draw, opaqueId, seeded } from './seeded.ts'

/** A movement on an account; amounts in minor units, never negative. */
export interface Transaction {
  readonly id: string
  readonly direction: Direction
  readonly amount: number
  readonly merchant: Merchant
  readonly madeOn: string
  /** Undefined while the bank has not booked it. */
  readonly postedOn: string | undefined
  /** Balance of the account just after it. */
  readonly balance: number
  readonly paidAbroad: boolean
  readonly byCheque: boolean
}

/** Units of a fund or security that one order moves. */
export const orderUnits = 10

/** Days that the history of an account reaches back. */
export const historyDays = 180

const pendingDays = 2

/**
 * Lists the movements of an account, the newest first, with dates counted back from a day. The newest leaves
 * the balance that the account shows, and each older one the balance before its successor.
 */
export function listTransactions(account: Account, today: string): readonly Transaction[] {
  const draw = seeded(`${account.id}/transactions`)
  const count = account.product.transactions
  let balance = account.balance
  return Array.from({ length: count }, (_, index) => {
    const daysAgo = Math.floor((index * historyDays) / count)
    const transaction = makeTransaction(account, draw, { index, balance, daysAgo, today })
    balance -= effectOf(account, transaction)
    return transaction
  })
}

/** Tells by how much a movement changes the balance: a debit lowers what is owned and raises what is owed. */
export function effectOf(
  { product }: Account,
  { direction, amount }: Pick<Transaction, 'direction' | 'amount'>,
): number {
  return (product.classification === 'ASSET') === (direction === 'CREDIT') ? amount : -amount
}

interface Position {
  readonly index: number
  readonly balance: number
  readonly daysAgo: number
  readonly today: string
}

function makeTransaction(account: Account, draw: Draw, at: Position): Transaction {
  const direction = directionOf(account, at.index)
  const madeOn = addDays(at.today, -at.daysAgo)
  return {
    id: opaqueId(`${account.id}/${at.index}`, 20).toUpperCase(),
    direction,
    amount: amountOf(account, direction, draw),
    merchant: draw.pick(merchantsOf(account.product.kind, direction)),
    madeOn,
    postedOn: at.daysAgo < pendingDays ? undefined : addDays(madeOn, 1),
    balance: at.balance,
    paidAbroad: direction === 'DEBIT' && at.index % 9 === 3,
    byCheque: isByCheque(account, direction) && at.index % 9 === 5,
  }
}

/** Cheques are written on a current account, paid into savings, and used with credit that is no card. */
function isByCheque({ product }: Account, direction: Direction): boolean {
  if (product.kind === 'checking') return direction === 'DEBIT'
  return ['savings', 'loan', 'readyCredit'].includes(product.kind)
}

/** Every sixth movement of an account in daily use brings money back; the others only move one way. */
function directionOf({ product }: Account, index: number): Direction {
  if (product.kind === 'checking' || product.kind === 'creditCard')
    return index % 6 === 4 ? 'CREDIT' : 'DEBIT'
  if (product.kind === 'readyCredit') return index % 2 === 0 ? 'CREDIT' : 'DEBIT'
  return 'CREDIT'
}

function amountOf({ product, balance, currency }: Account, direction: Direction, draw: Draw): number {
  if (product.kind === 'checking' || product.kind === 'creditCard')
    return localAmount(
      direction === 'DEBIT' ? draw.integer(390, 9_990) : draw.integer(20_000, 30_000),
      currency,
    )
  const amount = share(balance, draw.integer(40, 180))
  return amount - (amount % orderUnits)
}
