import type { Account } from './accounts.ts'
import { addMonths } from './days.ts'
import { rangeOf, canLend, termsOf } from './loan-terms.ts'
import { type Instalment, scheduleOf } from './loan-schedule.ts'
import { share } from './money.ts'
import { opaqueText } from './seeded.ts'

/** What a loan was made from. */
export type LoanKind = 'LOAN_ON_PHONE' | 'BALANCE_TRANSFER' | 'EASY_PAYMENT_PLAN' | 'CONSOLIDATION' | 'TOP_UP'

/** What is to be booked on an account; the amount in minor units. */
export interface LoanOrder {
  readonly kind: LoanKind
  readonly principal: number
  readonly tenor: number
}

/** A booked loan. */
export interface Loan extends LoanOrder {
  readonly id: string
  readonly accountId: string
  readonly rate: number
  readonly bookedOn: string
  readonly schedule: readonly Instalment[]
}

/** The loans of the bank: those that every account begins with, and what customers booked since. */
export class LoanBook {
  readonly #loans = new Map<string, Loan[]>()
  readonly #settled = new Set<string>()
  #count = 0

  /** Lists the loans of an account, the newest first, settled ones among them. */
  loansOf(account: Account, today: string): readonly Loan[] {
    const known = this.#loans.get(account.id)
    if (known !== undefined) return known
    const first: Loan[] = []
    this.#loans.set(account.id, first)
    if (canLend(account))
      for (const order of firstOrders(account)) this.#add(account, order, addMonths(today, -4))
    return first
  }

  /** Lists the loans that run on a day. */
  runningOf(account: Account, today: string): readonly Loan[] {
    return this.loansOf(account, today).filter((loan) => this.isRunning(loan, today))
  }

  /** Tells whether something is still owed. */
  isRunning(loan: Loan, today: string): boolean {
    return !this.#settled.has(loan.id) && outstandingOf(loan, today) > 0
  }

  /** Books a loan. */
  book(account: Account, order: LoanOrder, today: string): Loan {
    this.loansOf(account, today)
    return this.#add(account, order, today)
  }

  /** Pays a loan back at once. */
  settle({ id }: Loan): void {
    this.#settled.add(id)
  }

  /** Principal that an account can still lend. */
  availableOn(account: Account, today: string): number {
    const owed = this.runningOf(account, today).reduce((sum, loan) => sum + outstandingOf(loan, today), 0)
    return Math.max(0, rangeOf(account).most - owed)
  }

  /** Forgets what customers booked and settled. */
  clear(): void {
    this.#loans.clear()
    this.#settled.clear()
  }

  #add(account: Account, order: LoanOrder, bookedOn: string): Loan {
    const { rate } = termsOf(order.tenor, account.currency)
    this.#count += 1
    const loan = {
      ...order,
      id: opaqueText(`${account.id}/loan ${this.#count}`).replaceAll(/[-_]/g, 'q').slice(0, 20),
      accountId: account.id,
      rate,
      bookedOn,
      schedule: scheduleOf({ ...order, rate, bookedOn }),
    }
    this.#loans.get(account.id)?.unshift(loan)
    return loan
  }
}

/** What an account begins with: purchases in instalments, more than a page of them, and two loans. */
function firstOrders({ balance }: Account): readonly LoanOrder[] {
  const purchases = Array.from({ length: 10 }, (_, index) => ({
    kind: 'EASY_PAYMENT_PLAN' as const,
    principal: share(balance, 100 + index * 25),
    tenor: 12,
  }))
  return [
    ...purchases,
    { kind: 'BALANCE_TRANSFER', principal: share(balance, 5_000), tenor: 24 },
    { kind: 'LOAN_ON_PHONE', principal: share(balance, 3_000), tenor: 12 },
  ]
}

/** Principal that is left on a day: instalments of the months before are paid. */
export function outstandingOf(loan: Loan, today: string): number {
  const paid = loan.schedule.filter((instalment) => isPaid(instalment, today))
  return paid.at(-1)?.outstanding ?? loan.principal
}

/** Tells whether the month of an instalment is over. */
export function isPaid({ dueIn }: Instalment, today: string): boolean {
  return dueIn < `${today.slice(0, 8)}01`
}
