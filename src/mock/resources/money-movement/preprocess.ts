import { type Handler, json } from '../../answer.ts'
import { amountText, decimal } from '../../bank/money.ts'
import type { Order, Quote } from '../../bank/payments/order.ts'
import { quoteOf } from '../../bank/payments/quote.ts'
import type { Rail } from '../../bank/payments/rails.ts'
import { billerOf } from '../../bank/payments/billers.ts'
import type { Desk } from '../desk.ts'
import { ownerOf } from '../mfa.ts'
import { refuse } from '../refusal.ts'
import { findPayee } from './payees.ts'
import { judge, type Kind, limitIn, readOrder } from './orders.ts'
import type { TransferBody } from './transfer-body.ts'

/** A transfer that was quoted and waits for the call that makes it. */
export interface Quoted {
  readonly order: Order
  readonly quote: Quote
}

/** Names what the flow of a transfer waits for: a call of its own rail. */
export function purposeOf(rail: Rail): string {
  return `transfer ${rail}`
}

/** Quotes a transfer and opens the flow that it is made with. */
export function preprocess(kind: Kind): (desk: Desk) => Handler {
  return (desk) => (call) => {
    const body = call.body as TransferBody
    const wanted = readOrder(desk, call, { kind, body })
    if ('status' in wanted) return refuse(call, wanted)
    const { order, source } = wanted
    const quoted: Quoted = { order, quote: quoteOf(order, source.currency, call.now) }
    const refusal = judge(desk, call, quoted)
    if (refusal !== undefined) return refuse(call, refusal)
    const flow = desk.bank.flows.open(
      { owner: ownerOf(call), purpose: purposeOf(kind.rail), content: quoted, form: 'hex' },
      call.now,
    )
    const payee = findPayee(desk, call, order.taker.payeeId ?? '')
    const merchant = 'status' in payee ? undefined : billerOf(payee.bill?.merchant)
    const fields = { controlFlowId: flow.id, merchantNumber: merchant?.number, ...quoteFields(quoted) }
    return json(200, desk.write(call.operation, fields))
  }
}

/** Shows what a transfer costs and moves. */
export function quoteFields({ order, quote }: Quoted): object {
  const { sourceCurrency, debit, credit, rate, fee } = quote
  const isExchange = sourceCurrency !== order.taker.currency
  return {
    foreignExchangeRate: Number(rate),
    forexType: 'SPOT',
    forexConversionIndicator: isExchange ? 'CONVERSION' : 'NO_CONVERSION',
    transactionFee: decimal(fee),
    feeCurrencyCode: sourceCurrency,
    localCurrencyTransactionFee: decimal(fee),
    localCurrencyCode: order.market.currency,
    paymentPriority: order.method === 'SAME_DAY' ? 'URGENT' : 'NORMAL',
    transactionLimitRange: `${amountText(1)}-${amountText(limitIn(sourceCurrency))}`,
    payeeName: order.taker.name,
    debitDetails: { transactionDebitAmount: decimal(debit), currencyCode: sourceCurrency },
    creditDetails: { transactionCreditAmount: decimal(credit), currencyCode: order.taker.currency },
  }
}
