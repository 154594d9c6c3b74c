import type { Market } from '../../../markets/types.ts'
import type { Bank } from '../bank.ts'
import { localAmount } from '../currencies.ts'
import { addDays, addMonths } from '../days.ts'
import { opaqueId } from '../seeded.ts'
import type { Order, Schedule } from './order.ts'
import type { Payee } from './payees.ts'
import { paymentMethods } from './rails.ts'
import type { Scheduled } from './schedules.ts'
import { payeeTaker } from './takers.ts'

/** Whose payments, and on which day they are looked at first. */
export interface ScheduleOwner {
  readonly market: Market
  readonly username: string
  readonly today: string
}

/** Remarks and amounts, in US cents, of the standing instructions that a customer has from the start. */
const standing: readonly (readonly [remarks: string, cents: number])[] = [
  ['Rent', 120_000],
  ['Allowance', 4_000],
  ['Choir', 1_500],
  ['Allotment', 900],
  ['Savings club', 5_000],
  ['Gym', 3_200],
  ['Magazine', 700],
  ['Charity', 2_000],
]

/** Months until the first of them moves, so that nothing happens by itself while people look. */
const monthsAhead = 24

/** Makes the payments on a schedule that a customer has from the start: standing instructions and one single payment. */
export function seedSchedules(bank: Bank, { market, username, today }: ScheduleOwner): Scheduled[] {
  const source = bank.accountsOf(market, username).find(({ product }) => product.kind === 'checking')
  const payees = bank.payments.payees
    .of(market, username)
    .filter(({ kind }) => kind === 'internal' || kind === 'external')
  const [payee] = payees
  if (source === undefined || payee === undefined) return []
  const start = addMonths(today, monthsAhead)
  const every = standing.map(([remarks, cents], index) => ({
    payee: payees[index % payees.length] ?? payee,
    remarks,
    cents,
    schedule: { kind: 'every', frequency: 'MONTHLY', start, end: endOf(index, start) } as const,
  }))
  const once = {
    payee,
    remarks: 'Deposit',
    cents: 60_000,
    schedule: { kind: 'on', day: addDays(start, 9) } as const,
  }
  return [...every, once].map((seed, index) => ({
    reference: `${market.id}${opaqueId(`scheduled ${market.id}/${username}/${index}`, 18)}`.toUpperCase(),
    order: orderOf({ market, username, sourceId: source.id }, seed),
    movedOn: '',
  }))
}

/** Every second one goes on until it is ended. */
function endOf(index: number, start: string): string | undefined {
  return index % 2 === 0 ? undefined : addMonths(start, 12)
}

interface Seed {
  readonly payee: Payee
  readonly remarks: string
  readonly cents: number
  readonly schedule: Schedule
}

function orderOf(
  owner: Pick<Order, 'market' | 'username' | 'sourceId'>,
  { payee, remarks, cents, schedule }: Seed,
): Order {
  const { currency } = owner.market
  return {
    ...owner,
    rail: payee.kind === 'internal' ? 'internal' : 'external',
    amount: localAmount(cents, currency),
    currency,
    taker: payeeTaker(payee),
    method: paymentMethods[payee.kind][0],
    bearer: 'REMITTER',
    remarks,
    schedule,
  }
}
