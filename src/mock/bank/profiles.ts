import type { Market } from '../../markets/types.ts'
import { positionOf } from './customers.ts'
import { opaqueId, seeded } from './seeded.ts'

/** Who a customer is and how to reach them. */
export interface Profile {
  readonly customerId: string
  readonly firstName: string
  readonly lastName: string
  readonly bornOn: string
  readonly street: string
  readonly city: string
  readonly postalCode: string
  /** National number without the dialling code. */
  readonly phone: string
  readonly email: string
}

/** Makes the profile of a customer in a market; the same one each time. */
export function openProfile(market: Market, username: string): Profile {
  const position = Math.max(positionOf(username), 0)
  const draw = seeded(`${market.id}/${username}/profile`)
  const firstName = take(market.firstNames, position)
  const lastName = take(market.lastNames, position)
  return {
    customerId: opaqueId(`${market.id}/${username}`, 128),
    firstName,
    lastName,
    bornOn: `${draw.integer(1962, 1998)}-0${draw.integer(1, 9)}-${draw.integer(10, 28)}`,
    street: streetLine(take(market.streets, position), draw.integer(2, 180)),
    city: take(market.cities, position),
    postalCode: take(market.postalCodes, position),
    phone: phoneOf(market, draw.integer(10_000_000, 99_999_999)),
    email: `${slug(firstName)}.${slug(lastName)}@example.com`,
  }
}

function take(list: readonly string[], position: number): string {
  return list[position % list.length] ?? ''
}

function streetLine(street: string, number: number): string {
  return street.startsWith('ul.') ? `${street} ${number}` : `${number} ${street}`
}

/** Length of a national number by dialling code, where it is not eight digits. */
const phoneLengths: Readonly<Record<string, number>> = { '1': 10, '44': 10, '48': 9, '61': 9, '91': 10 }

/** American numbers come from the range kept for fiction. */
function phoneOf({ dialCode }: Market, digits: number): string {
  if (dialCode === '1') return `21255501${(digits % 90) + 10}`
  return `9876${digits}`.slice(-(phoneLengths[dialCode] ?? 8))
}

function slug(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase()
}
