import type { Behaviour } from '../../behaviour.ts'
import { localAmount } from '../currencies.ts'
import type { Order, Quote } from './order.ts'
import { bought, given, rateAt } from './rates.ts'

/** Fees in US cents by way of paying; everything else is free. */
const fees: Readonly<Record<string, number>> = { SAME_DAY: 1_500, WIRE: 1_900 }

/** Works out what a payment costs and moves at a moment. */
export function quoteOf(order: Order, sourceCurrency: string, moment: Date): Quote {
  const { amount, currency, taker } = order
  const rate = rateAt(sourceCurrency, taker.currency, moment)
  const isFixedAtSource = currency === sourceCurrency
  return {
    sourceCurrency,
    debit: isFixedAtSource ? amount : given(amount, rate),
    credit: isFixedAtSource ? bought(amount, rate) : amount,
    rate: rate.toString(),
    fee: feeOf(order, sourceCurrency),
  }
}

/** Takes the whole fee from whoever sends, half of it when it is shared, and none when the payee pays it abroad. */
function feeOf({ method, bearer }: Order, currency: string): number {
  const whole = localAmount(fees[method] ?? 0, currency)
  if (bearer === 'BENEFICIARY') return 0
  return bearer === 'SHARED' ? Math.ceil(whole / 2) : whole
}

/** What a payment takes from the account in all. */
export function takenBy({ debit, fee }: Quote, behaviour: Behaviour): number {
  return behaviour.enforces('transfer.fee') ? debit + fee : debit
}
