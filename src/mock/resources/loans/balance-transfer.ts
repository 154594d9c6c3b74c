import { Decimal } from 'decimal.js'
import type { Handler } from '../../answer.ts'
import type { Desk } from '../desk.ts'
import { refuse } from '../refusal.ts'
import { bookOrAsk } from './booking.ts'
import { isOwnAccount } from './disbursement.ts'
import { forLending, readWish } from './lending.ts'

interface Debt {
  readonly loanAmount: number
  readonly disbursementAccountId?: string
}

interface TransferRequest {
  readonly tenor: number
  readonly balanceTransferBookings: readonly Debt[]
}

/** Books debts elsewhere as one loan; money for somebody else waits for a one-time password. */
export function bookBalanceTransfer(desk: Desk): Handler {
  return forLending(desk, (call, account) => {
    const { tenor, balanceTransferBookings: debts } = call.body as TransferRequest
    const wish = readWish(desk, call, { account, amount: totalOf(debts), tenor })
    if ('status' in wish) return refuse(call, wish)
    return bookOrAsk(desk, call, {
      booking: {
        account,
        order: { kind: 'BALANCE_TRANSFER', ...wish },
        isRisky: !debts.every(({ disbursementAccountId: id }) => isOwnAccount(desk, call, id)),
        purpose: 'confirmLoanBooking',
      },
      show: ({ id }) => ({ balanceTransferReferenceId: id }),
    })
  })
}

function totalOf(debts: TransferRequest['balanceTransferBookings']): number {
  return debts.reduce((sum, { loanAmount }) => sum.plus(loanAmount), new Decimal(0)).toNumber()
}
