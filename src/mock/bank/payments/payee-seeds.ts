import type { Market } from '../../../markets/types.ts'
import { openAccounts } from '../accounts.ts'
import { customers, positionOf } from '../customers.ts'
import type { ProductKind } from '../products.ts'
import { openProfile } from '../profiles.ts'
import { opaqueId, seeded } from '../seeded.ts'
import { otherBanks } from './banks.ts'
import { type Biller, billers } from './billers.ts'
import type { Payee } from './payees.ts'
import { type PayeeKind, payeeKinds } from './rails.ts'

type Seed = Omit<Payee, 'id' | 'kind'>

const americans = ['Grace Whitfield', 'Walter Pruitt', 'Naomi Ellison']
const germans = ['Lena Hoffmann', 'Jonas Petersen', 'Mareike Voss']

/** Makes the payees of a customer in a market; the same ones each time, none where the market knows none. */
export function openPayees(market: Market, username: string): readonly Payee[] {
  return (payeeKinds[market.id] ?? []).flatMap((kind) =>
    seedsOf[kind](market, username).map((seed, index) => ({
      ...seed,
      kind,
      id: payeeId(`${market.id}/${username}/${kind}/${index}`),
    })),
  )
}

const seedsOf: Readonly<Record<PayeeKind, (market: Market, username: string) => readonly Seed[]>> = {
  internal: (market, username) => [
    neighbour(market, username, { distance: 1, kind: 'checking' }),
    { ...neighbour(market, username, { distance: 2, kind: 'creditCard' }), notes: 'Card of the family' },
    neighbour(market, username, { distance: 3, kind: 'checking' }),
  ],
  external: (market, username) => [
    person(market, username, 3),
    { ...person(market, username, 4), active: false, nickname: 'Former landlord' },
    { ...person(market, username, 2), name: 'Revenue Office', nickname: 'Taxes', isTaxOffice: true },
  ],
  bill: (market, username) => billers.slice(0, 3).map((biller) => merchant(market, username, biller)),
  interbank: (market, username) => [
    { ...person(market, username, 0), name: 'Parkside Housing', nickname: 'Ground rent' },
  ],
  global: (market, username) =>
    americans.map((name) => ({ ...abroad(market, username, name), notes: 'Account at Citibank abroad' })),
  wire: (market, username) =>
    americans.map((name) => ({ ...abroad(market, username, name), bank: otherBanks.american })),
  sepa: (market, username) =>
    germans.map((name) => ({ ...abroad(market, username, name), bank: otherBanks.german, currency: 'EUR' })),
}

interface Neighbour {
  readonly distance: number
  readonly kind: ProductKind
}

/** Another customer of the sandbox, so that the money can be seen to arrive. */
function neighbour(market: Market, username: string, { distance, kind }: Neighbour): Seed {
  const other = customers[(positionOf(username) + distance) % customers.length]?.username ?? ''
  const { firstName, lastName } = openProfile(market, other)
  const accounts = openAccounts(market, other)
  const account =
    accounts.find(({ product }) => product.kind === kind) ??
    accounts.find(({ product }) => product.kind === 'checking')
  return {
    name: `${firstName} ${lastName}`,
    nickname: firstName,
    notes: 'Rent of the flat',
    currency: market.currency,
    active: true,
    displayNumber: account?.displayNumber ?? '',
    accountId: account?.id,
  }
}

function person(market: Market, username: string, position: number): Seed {
  const first = market.firstNames[position % market.firstNames.length] ?? ''
  const last = market.lastNames[(position + 2) % market.lastNames.length] ?? ''
  return {
    name: `${first} ${last}`,
    nickname: first,
    notes: 'Shared costs',
    currency: market.currency,
    active: true,
    displayNumber: numberOf(`${market.id}/${username}/${first}/${position}`),
    bank: { ...otherBanks.domestic, currency: market.currency },
  }
}

function abroad(market: Market, username: string, name: string): Seed {
  return {
    name,
    nickname: name.split(' ')[0] ?? name,
    notes: 'School fees',
    currency: 'USD',
    active: true,
    displayNumber: numberOf(`${market.id}/${username}/${name}`),
  }
}

function merchant(market: Market, username: string, { number, name }: Biller): Seed {
  return {
    name,
    nickname: name,
    notes: 'Bills of the flat',
    currency: market.currency,
    active: true,
    displayNumber: numberOf(`${market.id}/${number}`),
    bill: {
      merchant: number,
      reference: String(seeded(`${market.id}/${username}/${number}`).integer(1_000_000_000, 1_999_999_999)),
    },
  }
}

/** Makes the key of a payee; equal seeds give equal keys. */
export function payeeId(seed: string): string {
  return opaqueId(`payee ${seed}`, 40)
}

function numberOf(seed: string): string {
  return `XXXXXX${seeded(seed).integer(1000, 9999)}`
}
