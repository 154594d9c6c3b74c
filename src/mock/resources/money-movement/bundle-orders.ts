import type { ResourceCall } from '../../answer.ts'
import { minorUnitsOf } from '../../bank/money.ts'
import { spendable } from '../../bank/payments/move.ts'
import type { Order } from '../../bank/payments/order.ts'
import { quoteOf, takenBy } from '../../bank/payments/quote.ts'
import type { Desk } from '../desk.ts'
import { invalid, type Refusal } from '../refusal.ts'
import { type Kind, readOrder } from './orders.ts'
import { businessRefused, describedTaker, keptPayee, readDetails } from './takers.ts'
import type { TransferBody } from './transfer-body.ts'

/** A bundle of transfers to kept payees. */
export interface TransfersBody {
  readonly bundleId?: string
  readonly totalTransferAmount?: number
  readonly sourceAccountId?: string
  readonly internalDomesticPayments?: readonly TransferBody[]
  readonly externalDomesticPayments?: readonly TransferBody[]
}

/** A bundle of transfers to accounts that are described, at most one of each kind. */
export interface AdhocTransfersBody {
  readonly internalDomesticDetails?: TransferBody
  readonly externalDomesticDetails?: TransferBody
  readonly crossBorderDetails?: TransferBody
  readonly sepa?: TransferBody
}

type Wish = Readonly<{ kind: Kind; body: TransferBody }>

const kept: Readonly<Record<'internal' | 'external', Kind>> = {
  internal: { rail: 'internal', readTaker: keptPayee('internal'), method: 'BOOK_TRANSFER' },
  // Payees at the bank can be reached from outside as well.
  external: { rail: 'external', readTaker: keptPayee('external', 'internal', 'bill'), method: 'GIRO' },
}

const described: Readonly<Record<keyof AdhocTransfersBody, Kind>> = {
  internalDomesticDetails: {
    rail: 'internal',
    readTaker: describedTaker('internal'),
    method: 'BOOK_TRANSFER',
  },
  externalDomesticDetails: { rail: 'external', readTaker: describedTaker('external'), method: 'GIRO' },
  crossBorderDetails: {
    rail: 'wire',
    readTaker: ({ call, body }) => readDetails('wire', call, body.payeeAccountDetails),
    method: 'WIRE',
  },
  sepa: { rail: 'sepa', readTaker: describedTaker('sepa'), method: 'SEPA_CREDIT' },
}

/** Reads a bundle to kept payees; its total must be that of its transfers. */
export function readTransfers(desk: Desk, call: ResourceCall): readonly Order[] | Refusal {
  const body = call.body as TransfersBody
  const { sourceAccountId = '', internalDomesticPayments = [], externalDomesticPayments = [] } = body
  const orders = readAll(desk, call, [
    ...internalDomesticPayments.map((item) => ({ kind: kept.internal, body: { ...item, sourceAccountId } })),
    ...externalDomesticPayments.map((item) => ({ kind: kept.external, body: { ...item, sourceAccountId } })),
  ])
  if ('status' in orders) return orders
  const { totalTransferAmount: total } = body
  const isRight = total === undefined || minorUnitsOf(total) === sumOf(orders)
  return isRight || !call.behaviour.enforces('bundle.total') ? orders : businessRefused
}

/** Reads a bundle to described accounts. */
export function readAdhocTransfers(desk: Desk, call: ResourceCall): readonly Order[] | Refusal {
  const body = call.body as AdhocTransfersBody
  const names = Object.keys(described) as (keyof AdhocTransfersBody)[]
  return readAll(
    desk,
    call,
    names.flatMap((name) => {
      const item = body[name]
      return item === undefined ? [] : [{ kind: described[name], body: item }]
    }),
  )
}

function readAll(desk: Desk, call: ResourceCall, wishes: readonly Wish[]): readonly Order[] | Refusal {
  const [first] = wishes
  if (first === undefined) return invalid('internalDomesticPayments')
  const read = wishes.map((wish) => readOrder(desk, call, wish))
  const wrong = read.find((each) => 'status' in each)
  if (wrong !== undefined) return wrong
  const orders = read.flatMap((each) => ('order' in each ? [each.order] : []))
  return isCovered(desk, call, orders) ? orders : businessRefused
}

function sumOf(orders: readonly Order[]): number {
  return orders.reduce((sum, { amount }) => sum + amount, 0)
}

/** A bundle is refused whole when an account cannot pay all that is taken from it. */
function isCovered(desk: Desk, call: ResourceCall, orders: readonly Order[]): boolean {
  const left = new Map<string, number>()
  for (const order of orders) {
    const source = desk.bank.findAccount(call.market, order.sourceId)
    if (source === undefined) return false
    const before = left.get(source.id) ?? spendable(source)
    left.set(source.id, before - takenBy(quoteOf(order, source.currency, call.now), call.behaviour))
  }
  return [...left.values()].every((rest) => rest >= 0) || !call.behaviour.enforces('transfer.funds')
}
