import { Decimal } from 'decimal.js'
import type { Handler } from '../../answer.ts'
import type { Desk } from '../desk.ts'
import { refuse } from '../refusal.ts'
import { bookOrAsk } from './booking.ts'
import { forLending, readWish } from './lending.ts'

interface TransferRequest {
  readonly tenor: number
  readonly balanceTransferBookings: readonly { readonly loanAmount: number }[]
}

/** Books debts elsewhere as one loan; the money leaves the bank, so a one-time password comes first. */
export function bookBalanceTransfer(desk: Desk): Handler {
  return forLending(desk, (call, account) => {
    const { tenor, balanceTransferBookings: debts } = call.body as TransferRequest
    const wish = readWish(desk, call, { account, amount: totalOf(debts), tenor })
    if ('status' in wish) return refuse(call, wish)
    return bookOrAsk(desk, call, {
      booking: {
        account,
        order: { kind: 'BALANCE_TRANSFER', ...wish },
        isRisky: true,
        purpose: 'confirmLoanBooking',
      },
      show: ({ id }) => ({ balanceTransferReferenceId: id }),
    })
  })
}

function totalOf(debts: TransferRequest['balanceTransferBookings']): number {
  return debts.reduce((sum, { loanAmount }) => sum.plus(loanAmount), new Decimal(0)).toNumber()
}
