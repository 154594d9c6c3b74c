import type { ResourceCall } from '../../answer.ts'
import type { Account } from '../../bank/accounts.ts'
import { localAmount } from '../../bank/currencies.ts'
import { minorUnitsOf } from '../../bank/money.ts'
import type { ChargeBearer, Order, Quote, Taker } from '../../bank/payments/order.ts'
import type { Rail } from '../../bank/payments/rails.ts'
import { unknownReference } from '../../bank/payments/references.ts'
import type { Desk } from '../desk.ts'
import { invalid, type Refusal } from '../refusal.ts'
import { readSchedule } from './schedule.ts'
import { sourcesOf } from './source-fields.ts'
import { businessRefused, type ReadTaker } from './takers.ts'
import { remarksOf, type TransferBody } from './transfer-body.ts'

/** A kind of transfer: its rail, how its taker is read, and the way of paying unless the body names one. */
export interface Kind {
  readonly rail: Rail
  readonly readTaker: ReadTaker
  readonly method: string
}

/** What a customer wants and from which account. */
export interface Wanted {
  readonly order: Order
  readonly source: Account
}

/** Reads a transfer, or says what is wrong with it. */
export function readOrder(
  desk: Desk,
  call: ResourceCall,
  wish: { kind: Kind; body: TransferBody },
): Wanted | Refusal {
  const { kind, body } = wish
  const reference = unknownReference(body)
  if (reference !== undefined && call.behaviour.enforces('transfer.reference-data'))
    return { ...invalid(reference.split('/').at(-1) ?? ''), field: reference }
  const source = findSource(desk, call, body.sourceAccountId ?? '')
  if (source === undefined) return invalid('sourceAccountId')
  const taker = kind.readTaker({ desk, call, body, source })
  if ('status' in taker) return taker
  const amount = readAmount(body, call)
  if (amount === undefined) return invalid('transactionAmount')
  const currency = readCurrency(body, source, taker)
  if (currency === undefined) return invalid('transactionCurrencyCode')
  const schedule = readSchedule(body, call)
  if ('status' in schedule) return schedule
  const { market, username = '' } = call
  const bearer = (body.chargeBearer ?? 'REMITTER') as ChargeBearer
  const method = body.paymentMethod ?? kind.method
  const order = {
    rail: kind.rail,
    market,
    username,
    sourceId: source.id,
    amount,
    currency,
    taker,
    method,
    bearer,
  }
  return { order: { ...order, remarks: remarksOf(body), schedule }, source }
}

function findSource(desk: Desk, call: ResourceCall, id: string): Account | undefined {
  const own = sourcesOf(desk, call).find((account) => account.id === id)
  if (own !== undefined || call.behaviour.enforces('transfer.source-owner')) return own
  return desk.bank.findAccount(call.market, id)
}

/** An amount below nothing, or of parts of a minor unit, is none. */
function readAmount(
  { transactionAmount = 0 }: TransferBody,
  { behaviour }: ResourceCall,
): number | undefined {
  const amount = minorUnitsOf(transactionAmount)
  return behaviour.enforces('transfer.amount') ? amount : (amount ?? Math.round(transactionAmount * 100))
}

/** The amount is fixed in the currency of one of both sides. */
function readCurrency(body: TransferBody, source: Account, taker: Taker): string | undefined {
  const { transactionCurrencyCode: code, transferCurrencyIndicator } = body
  if (code !== undefined) return [source.currency, taker.currency].find((currency) => currency === code)
  return transferCurrencyIndicator === 'DESTINATION_ACCOUNT_CURRENCY' ? taker.currency : source.currency
}

/** The highest amount of one transfer to somebody else, in US cents. */
const highestAmount = 500_000

/** Tells the highest amount of one transfer to somebody else, in minor units of a currency. */
export function limitIn(currency: string): number {
  return localAmount(highestAmount, currency)
}

/** Judges a quoted transfer by the rules of the business: its limit, and whether the account can pay it today. */
export function judge(
  desk: Desk,
  { behaviour }: ResourceCall,
  { order, quote }: { readonly order: Order; readonly quote: Quote },
): Refusal | undefined {
  const isOver = order.rail !== 'personal' && quote.debit > limitIn(quote.sourceCurrency)
  if (isOver && behaviour.enforces('transfer.limit')) return businessRefused
  if (order.schedule.kind !== 'now') return undefined
  return desk.bank.payments.covers({ order, quote }, behaviour) ? undefined : businessRefused
}
