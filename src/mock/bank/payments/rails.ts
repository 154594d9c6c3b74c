import type { MarketId } from '../../../markets/types.ts'

/** The ways on which money moves; each has calls of its own. */
export type Rail = 'personal' | 'internal' | 'external' | 'proxy' | 'bill' | 'global' | 'wire' | 'sepa'

/** Kinds of payee: those of the rails that know payees, and one for bills between banks. */
export type PayeeKind = Exclude<Rail, 'personal' | 'proxy'> | 'interbank'

/** Name of a kind of payment in the interface. */
export const paymentTypes: Readonly<Record<Rail | PayeeKind, string>> = {
  personal: 'PERSONAL_DOMESTIC',
  internal: 'INTERNAL_DOMESTIC',
  external: 'EXTERNAL_DOMESTIC',
  proxy: 'ACCOUNT_PROXY',
  bill: 'BILL_PAYMENT',
  interbank: 'INTERBANK_BILL',
  global: 'CITI_GLOBAL',
  wire: 'CROSS_BORDER_WIRE',
  sepa: 'SEPA',
}

const domestic: readonly PayeeKind[] = ['internal', 'external', 'bill']

/** Kinds of payee that customers of a market have, in the order of the list. */
export const payeeKinds: Readonly<Partial<Record<MarketId, readonly PayeeKind[]>>> = {
  gb: [...domestic, 'interbank', 'global', 'wire', 'sepa'],
  au: domestic,
  hk: ['internal'],
  sg: ['internal'],
}

/** Ways to pay a payee of a kind, the usual one first. */
export const paymentMethods: Readonly<Record<PayeeKind, readonly [string, ...string[]]>> = {
  internal: ['BOOK_TRANSFER'],
  external: ['GIRO', 'SAME_DAY'],
  bill: ['GIRO'],
  interbank: ['GIRO'],
  global: ['BOOK_TRANSFER'],
  wire: ['WIRE'],
  sepa: ['SEPA_CREDIT'],
}
