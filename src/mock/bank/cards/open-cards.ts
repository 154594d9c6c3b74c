import type { Market } from '../../../markets/types.ts'
import type { Account } from '../accounts.ts'
import { localAmount } from '../currencies.ts'
import { share } from '../money.ts'
import type { Profile } from '../profiles.ts'
import { opaqueId, seeded } from '../seeded.ts'
import type { Card, CardKind } from './card.ts'

/** A customer with what cards are made for. */
export interface Holder {
  readonly market: Market
  readonly username: string
  readonly profile: Profile
  readonly accounts: readonly Account[]
}

/** Makes the cards of a customer: a credit card with a supplementary one, and a debit card; the same ones each time. */
export function openCards(holder: Holder): Card[] {
  const accountOf = (kind: Account['product']['kind']) =>
    holder.accounts.find(({ product }) => product.kind === kind)
  const credit = accountOf('creditCard')
  const checking = accountOf('checking')
  const primary = credit === undefined ? [] : [makeCard(holder, { kind: 'credit', account: credit })]
  return [
    ...primary,
    ...primary.map((card) =>
      makeCard(holder, { kind: 'supplementary', account: card.account, primary: card }),
    ),
    ...(checking === undefined ? [] : [makeCard(holder, { kind: 'debit', account: checking })]),
  ]
}

interface Plan {
  readonly kind: CardKind
  readonly account: Account
  readonly primary?: Card
}

function makeCard({ market, username, profile }: Holder, { kind, account, primary }: Plan): Card {
  const seed = `${market.id}/${username}/card/${kind}`
  const limit = kind === 'debit' ? localAmount(200_000, market.currency) : account.principal
  return {
    id: opaqueId(seed, 88),
    referenceNumber: `${seeded(`${seed}/reference`).integer(100_000_000, 999_999_999)}${digits(seed)}`,
    kind,
    username,
    account,
    primary,
    holderName: kind === 'supplementary' ? companionOf(market, profile) : nameOf(profile),
    highestLimit: share(limit, 15_000),
    highestTemporaryLimit: share(limit, 20_000),
    highestContactless: localAmount(25_000, market.currency),
    lastFour: kind === 'credit' ? account.displayNumber.slice(-4) : digits(seed),
    isActive: true,
    isBlocked: false,
    wasReplaced: false,
    overseas: { allowed: false, forGood: false, from: undefined, to: undefined },
    limit,
    temporaryLimit: undefined,
    contactless: localAmount(20_000, market.currency),
    pin: undefined,
    travelPlans: [],
    inInstalments: new Set(),
    statementBooked: new Map(),
    plans: 0,
    currencies: [],
    linkedAccounts: [],
  }
}

function digits(seed: string): string {
  return String(seeded(`${seed}/number`).integer(1000, 9999))
}

function nameOf({ firstName, lastName }: Profile): string {
  return `${firstName} ${lastName}`.toUpperCase()
}

/** Another person of the same family. */
function companionOf({ firstNames }: Market, { firstName, lastName }: Profile): string {
  const other = firstNames.find((name) => name !== firstName) ?? firstName
  return `${other} ${lastName}`.toUpperCase()
}

/** The number of a card that replaces a lost one. */
export function replacementNumber({ id, lastFour }: Pick<Card, 'id' | 'lastFour'>): string {
  const next = digits(`${id}/${lastFour}`)
  return next === lastFour ? '1001' : next
}
