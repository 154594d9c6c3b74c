import type { ResourceCall } from '../answer.ts'
import { decimal } from '../bank/money.ts'
import type { Transaction } from '../bank/transactions.ts'
import { invalid, type Refusal } from './refusal.ts'

/** Which transactions are wanted; what is undefined does not narrow. */
export interface TransactionFilter {
  readonly from: string | undefined
  readonly to: string | undefined
  readonly least: number | undefined
  readonly most: number | undefined
  readonly booked: boolean | undefined
}

/** What a caller asks for, in the words of the query and of the search. */
export interface FilterRequest {
  readonly transactionFromDate?: string
  readonly transactionToDate?: string
  readonly amountFrom?: string | number
  readonly amountTo?: string | number
  readonly transactionStatus?: string
}

/** Values of transactionStatus and what they select; POSTED is taken by the real sandbox though not documented. */
const statuses: Readonly<Record<string, boolean | undefined>> = {
  ALL: undefined,
  BILLED: true,
  POSTED: true,
  NEW: false,
}

/** Reads a filter, or says what is wrong; that days are days and amounts numbers is judged by the gateway. */
export function readFilter(request: FilterRequest, call: ResourceCall): TransactionFilter | Refusal {
  const { transactionFromDate: from, transactionToDate: to, transactionStatus = 'ALL' } = request
  if (!isOrdered(from, to) && call.behaviour.enforces('date.order')) return invalid('transactionFromDate')
  if (!Object.hasOwn(statuses, transactionStatus) && call.behaviour.enforces('parameter.valid'))
    return invalid('transactionStatus')
  return {
    from,
    to,
    least: readAmount(request.amountFrom),
    most: readAmount(request.amountTo),
    booked: statuses[transactionStatus],
  }
}

function readAmount(amount: string | number | undefined): number | undefined {
  return amount === undefined ? undefined : Number(amount)
}

/** Tells whether a range does not end before it starts. */
export function isOrdered(from: string | undefined, to: string | undefined): boolean {
  return from === undefined || to === undefined || from <= to
}

/** Selects the transactions that a filter wants; days and amounts include both ends. */
export function applyFilter(
  transactions: readonly Transaction[],
  filter: TransactionFilter,
  call: ResourceCall,
): readonly Transaction[] {
  const { from, to } = call.behaviour.enforces('date.filter') ? filter : {}
  const { least = -Infinity, most = Infinity, booked } = filter
  return transactions.filter(({ madeOn, amount, postedOn }) => {
    const inRange = (from === undefined || madeOn >= from) && (to === undefined || madeOn <= to)
    const shown = decimal(amount)
    return (
      inRange &&
      shown >= least &&
      shown <= most &&
      (booked === undefined || booked === (postedOn !== undefined))
    )
  })
}
