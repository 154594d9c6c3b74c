import type { Market } from '../../markets/types.ts'
import type { Fields } from '../fields.ts'

/** What a customer has changed since the last reset, in the fields of the documents. */
export interface CustomerRecord {
  /** Changes of the profile. */
  readonly profile: Fields
  /** Addresses besides the main one. */
  readonly addresses: readonly Fields[]
  readonly emails?: readonly Fields[]
  readonly phones?: readonly Fields[]
  /** Whether marketing is wanted, by way of contact. */
  readonly marketing: Readonly<Record<string, boolean>>
  /** Alerts by kind. */
  readonly alerts: Readonly<Record<string, Fields>>
  readonly image?: Fields | undefined
  /** What became of offers, by their keys. */
  readonly offers: Readonly<Record<string, string>>
}

const untouched: CustomerRecord = { profile: {}, addresses: [], marketing: {}, alerts: {}, offers: {} }

/** The changes of all customers, by market. */
export class CustomerRecords {
  readonly #records = new Map<string, CustomerRecord>()

  /** Returns what a customer has changed in a market. */
  of({ id }: Market, username: string): CustomerRecord {
    return this.#records.get(`${id}/${username}`) ?? untouched
  }

  /** Keeps a change of a customer. */
  change(market: Market, username: string, change: Partial<CustomerRecord>): void {
    this.#records.set(`${market.id}/${username}`, { ...this.of(market, username), ...change })
  }

  /** Forgets every change. */
  clear(): void {
    this.#records.clear()
  }
}
