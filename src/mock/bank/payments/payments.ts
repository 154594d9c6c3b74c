import type { Market } from '../../../markets/types.ts'
import type { Behaviour } from '../../behaviour.ts'
import type { Bank } from '../bank.ts'
import { dayOf } from '../days.ts'
import { opaqueId } from '../seeded.ts'
import { type Bundle, type BundleItem, dueItems } from './bundles.ts'
import { move, spendable } from './move.ts'
import type { Order, Quote } from './order.ts'
import { PayeeBook } from './payees.ts'
import { quoteOf, takenBy } from './quote.ts'
import { seedSchedules } from './schedule-seeds.ts'
import { nextDay, type Scheduled } from './schedules.ts'

/** The moment of a call, and how the sandbox behaves. */
export interface At {
  readonly now: Date
  readonly behaviour: Behaviour
}

type Quoted = Readonly<{ order: Order; quote: Quote }>

/** Payees, and payments that have not moved yet; made on first use and forgotten at a reset. */
export class Payments {
  readonly payees = new PayeeBook()
  readonly #bank: Bank
  readonly #scheduled = new Map<string, Scheduled[]>()
  readonly #bundles = new Map<string, Bundle>()
  readonly #paid = new Map<string, number>()
  #count = 0

  constructor(bank: Bank) {
    this.#bank = bank
  }

  /** Makes a payment or keeps it for its day, and says under which reference. */
  place({ order, quote }: Quoted, at: At): string {
    const { market, username, schedule, taker } = order
    const reference = this.#nextReference(market)
    if (schedule.kind === 'now' || !at.behaviour.enforces('transfer.date'))
      this.#move({ order, quote, reference }, at)
    else this.scheduledOf(market, username, at.now).push({ reference, order, movedOn: '' })
    if (taker.keep !== undefined && at.behaviour.enforces('payee.kept'))
      this.payees.add(market, username, taker.keep)
    return reference
  }

  /** Tells whether the source has enough for a payment. */
  covers({ order, quote }: Quoted, behaviour: Behaviour): boolean {
    const source = this.#bank.findAccount(order.market, order.sourceId)
    const isEnough = source !== undefined && spendable(source) >= takenBy(quote, behaviour)
    return isEnough || !behaviour.enforces('transfer.funds')
  }

  /** Lists the payments on a schedule of a customer; the list itself, to add to and take from. */
  scheduledOf(market: Market, username: string, now: Date): Scheduled[] {
    const key = `${market.id}/${username}`
    const known =
      this.#scheduled.get(key) ?? seedSchedules(this.#bank, { market, username, today: dayOf(now) })
    this.#scheduled.set(key, known)
    return known
  }

  /** Accepts a bundle of payments, to be carried out soon. */
  accept(orders: readonly Order[], callerKey: string, acceptedAt: Date): Bundle | undefined {
    const [first] = orders
    if (first === undefined) return undefined
    const { market, username } = first
    this.#count += 1
    const id = opaqueId(`bundle ${market.id}/${username}/${this.#count}`, 32)
    const items = orders.map((order): BundleItem => ({
      order,
      status: 'ACCEPTED',
      reference: undefined,
      day: undefined,
    }))
    const bundle = { id, callerKey, market, username, items, acceptedAt }
    this.#bundles.set(id, bundle)
    return bundle
  }

  /** Finds a bundle, whoever handed it in. */
  findBundle(id: string): Bundle | undefined {
    return this.#bundles.get(id)
  }

  /** Tells how much was paid to a payee. */
  paidTo(payeeId: string): number {
    return this.#paid.get(payeeId) ?? 0
  }

  /** Carries out whatever is due by now; what its account cannot pay is left out. */
  settle(at: At): void {
    for (const scheduled of [...this.#scheduled.values()].flat()) this.#settleScheduled(scheduled, at)
    for (const bundle of this.#bundles.values())
      for (const item of dueItems(bundle, at.now)) this.#settleItem(item, at)
  }

  /** Forgets everything that was added. */
  clear(): void {
    this.payees.clear()
    this.#scheduled.clear()
    this.#bundles.clear()
    this.#paid.clear()
  }

  #settleScheduled(scheduled: Scheduled, { now, behaviour }: At): void {
    if (!behaviour.enforces('schedule.due')) return
    for (let day = nextDay(scheduled); day !== undefined && day <= dayOf(now); day = nextDay(scheduled)) {
      const isFirst = scheduled.movedOn === ''
      scheduled.movedOn = day
      if (!isFirst && !behaviour.enforces('schedule.repeats')) continue
      const reference = isFirst ? scheduled.reference : this.#nextReference(scheduled.order.market)
      this.#try(scheduled.order, reference, { now: new Date(`${day}T00:00:00Z`), behaviour })
    }
  }

  #settleItem(item: BundleItem, at: At): void {
    if (!at.behaviour.enforces('bundle.settled')) return
    const reference = this.#nextReference(item.order.market)
    const hasMoved = this.#try(item.order, reference, at)
    item.status = hasMoved ? 'COMPLETED' : 'REJECTED'
    if (!hasMoved) return
    item.reference = reference
    item.day = dayOf(at.now)
  }

  #try(order: Order, reference: string, at: At): boolean {
    const source = this.#bank.findAccount(order.market, order.sourceId)
    if (source === undefined) return false
    const quote = quoteOf(order, source.currency, at.now)
    if (!this.covers({ order, quote }, at.behaviour)) return false
    this.#move({ order, quote, reference }, at)
    return true
  }

  #move(due: Quoted & { readonly reference: string }, { now, behaviour }: At): void {
    const { market, sourceId, taker } = due.order
    const source = this.#bank.findAccount(market, sourceId)
    if (source !== undefined) move(this.#bank.ledger, { ...due, source, moment: now }, behaviour)
    if (taker.payeeId !== undefined)
      this.#paid.set(taker.payeeId, this.paidTo(taker.payeeId) + due.quote.credit)
  }

  #nextReference({ id }: Market): string {
    this.#count += 1
    return `${id}${opaqueId(`payment ${id}/${this.#count}`, 18)}`.toUpperCase()
  }
}
