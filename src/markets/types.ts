/** The markets that the contract documents name. */
export type MarketId = 'us' | 'sg' | 'hk' | 'au' | 'in' | 'pl' | 'gb' | 'bh' | 'mx'

/** What differs from one market to the next. */
export interface Market {
  readonly id: MarketId
  readonly name: string
  /** ISO 4217 code of the local currency. */
  readonly currency: string
  /** Value of the `locale` parameter of authorize, for example `en_SG`. */
  readonly locale: string
  /** Lower-case path segment; the authorize query uses it in upper case. */
  readonly businessCode: string
  readonly dialCode: string
  readonly cities: readonly string[]
  readonly streets: readonly string[]
  readonly postalCodes: readonly string[]
  readonly firstNames: readonly string[]
  readonly lastNames: readonly string[]
}
