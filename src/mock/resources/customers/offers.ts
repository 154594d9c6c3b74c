import { empty, type Handler, json, type ResourceCall } from '../../answer.ts'
import { addMonths, dayOf } from '../../bank/days.ts'
import { opaqueId } from '../../bank/seeded.ts'
import { type Fields, fieldsOf, textOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'
import { invalid, notFound, refuse } from '../refusal.ts'

const kinds = [
  {
    offerType: 'CREDIT_LIMIT_INCREASE',
    offerDescription: 'A higher limit for your card',
    reason: 'You use your card often',
  },
  {
    offerType: 'BALANCE_TRANSFER',
    offerDescription: 'Take over the balance of another card',
    reason: 'You could save interest',
  },
  {
    offerType: 'TRAVEL_INSURANCE',
    offerDescription: 'Insurance for a year of journeys',
    reason: 'You travel often',
  },
] as const

/** Lists the offers for the customer with what became of them. */
export function listOffers(desk: Desk): Handler {
  return (call) => json(200, { offers: offersOf(desk, call) })
}

/** The offers of now, then those that were fulfilled: each of them made room for another of its kind. */
function offersOf({ bank }: Desk, call: ResourceCall): readonly Fields[] {
  const { market, username = '', now } = call
  const { offers } = bank.customerRecords.of(market, username)
  const made = kinds.map(({ offerType, offerDescription }) => {
    const past = pastOf(offerType, call, offers)
    return [...past, idOf(offerType, call, past.length)].reverse().map((offerId) => ({
      offerId,
      offerType,
      offerDescription,
      offerExpiryDate: addMonths(dayOf(now), 1),
      offerStatus: offers[offerId] ?? 'OPEN',
    }))
  })
  return [...made.flatMap(([present]) => present ?? []), ...made.flatMap(([, ...past]) => past)]
}

function pastOf(kind: string, call: ResourceCall, offers: Readonly<Record<string, string>>): string[] {
  const past: string[] = []
  for (let id = idOf(kind, call, 0); offers[id] === 'FULFILLED'; id = idOf(kind, call, past.length))
    past.push(id)
  return past
}

function idOf(kind: string, { market, username = '' }: ResourceCall, count: number): string {
  return `OFR${opaqueId(`${market.id}/${username}/${kind}/${count}`, 12)}`
}

/** Lists what the bank recommends: the offers that nobody answered yet. */
export function listOfferRecommendations(desk: Desk): Handler {
  return (call) => {
    const open = offersOf(desk, call).filter(({ offerStatus }) => offerStatus !== 'FULFILLED')
    const recommendations = open.map(({ offerId, offerType, offerDescription }) => ({
      offerId,
      productName: offerDescription,
      reason: kinds.find((kind) => kind.offerType === offerType)?.reason,
    }))
    return json(200, { recommendations })
  }
}

/** Keeps the answer of the customer; what is fulfilled stays so, whatever the answer. */
export function answerOffer(desk: Desk): Handler {
  return (call) => {
    const offer = findOffer(desk, call)
    if (offer === undefined) return refuse(call, notFound)
    const isOpen = offer['offerStatus'] !== 'FULFILLED'
    if (isOpen && call.behaviour.enforces('customers.offer-answered'))
      keepStatus(desk, call, textOf(fieldsOf(call.body)['offerResponse']))
    return empty(200)
  }
}

/** Fulfils an offer that the customer took, once. */
export function fulfilOffer(desk: Desk): Handler {
  return (call) => {
    const offer = findOffer(desk, call)
    if (offer === undefined) return refuse(call, notFound)
    const isFulfilled = offer['offerStatus'] === 'FULFILLED'
    const guard = isFulfilled ? 'customers.offer-once' : 'customers.offer-taken'
    if (offer['offerStatus'] !== 'ACCEPTED' && call.behaviour.enforces(guard))
      return refuse(call, invalid('offerId'))
    keepStatus(desk, call, 'FULFILLED')
    return json(200, { fulfillmentReferenceId: `FUL${textOf(offer['offerId']).slice(3)}` })
  }
}

function findOffer(desk: Desk, call: ResourceCall): Fields | undefined {
  const { offerId } = fieldsOf(call.body)
  return offersOf(desk, call).find((offer) => offer['offerId'] === offerId)
}

function keepStatus({ bank }: Desk, { market, username = '', body }: ResourceCall, status: string): void {
  const { offers } = bank.customerRecords.of(market, username)
  const offerId = textOf(fieldsOf(body)['offerId'])
  bank.customerRecords.change(market, username, { offers: { ...offers, [offerId]: status } })
}
