import type { Market } from '../../../markets/types.ts'
import type { Payee } from './payees.ts'
import type { Rail } from './rails.ts'

/** When money moves: at once, on a day, or again and again. */
export type Schedule =
  | { readonly kind: 'now' }
  | { readonly kind: 'on'; readonly day: string }
  | {
      readonly kind: 'every'
      readonly frequency: Frequency
      readonly start: string
      /** Undefined when it goes on until it is ended. */
      readonly end: string | undefined
    }

/** How often a payment is made. */
export type Frequency = 'WEEKLY' | 'MONTHLY' | 'QUARTERLY' | 'YEARLY'

/** Who takes the money. */
export interface Taker {
  readonly name: string
  readonly displayNumber: string
  readonly currency: string
  /** The account in the sandbox that the money arrives on. */
  readonly accountId?: string | undefined
  readonly bankCode?: string | undefined
  readonly bankName?: string | undefined
  /** The payee, where the customer keeps one. */
  readonly payeeId?: string | undefined
  /** The payee to keep once the money has moved. */
  readonly keep?: Omit<Payee, 'id'> | undefined
}

/** Who pays the fee. */
export type ChargeBearer = 'REMITTER' | 'BENEFICIARY' | 'SHARED'

/** A payment as the customer wants it. */
export interface Order {
  readonly rail: Rail
  readonly market: Market
  readonly username: string
  readonly sourceId: string
  /** Minor units of `currency`. */
  readonly amount: number
  /** Currency in which the amount is fixed: that of the source or that of the taker. */
  readonly currency: string
  readonly taker: Taker
  readonly method: string
  readonly bearer: ChargeBearer
  readonly remarks: string
  readonly schedule: Schedule
}

/** What a payment costs and moves, in minor units. */
export interface Quote {
  readonly sourceCurrency: string
  /** What leaves the account, without fee. */
  readonly debit: number
  /** What arrives. */
  readonly credit: number
  readonly rate: string
  /** What the bank takes from the source. */
  readonly fee: number
}
