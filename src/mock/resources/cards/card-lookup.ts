import type { Answer, Handler, ResourceCall } from '../../answer.ts'
import type { Card } from '../../bank/cards/card.ts'
import type { Desk } from '../desk.ts'
import { invalid, notFound, refuse, type Refusal } from '../refusal.ts'

/** A card with the call that is about it and the desk that it arrived at. */
export interface AtCard {
  readonly desk: Desk
  readonly call: ResourceCall
  readonly card: Card
}

/** Lists the cards that a call may see: those of the customer, or the one that its token is about. */
export function ownCards(
  { bank }: Desk,
  { market, username = '', cardId, behaviour }: ResourceCall,
): readonly Card[] {
  const cards = bank.cards.of(market, username)
  const isBound = cardId !== undefined && behaviour.enforces('card.own')
  return isBound ? cards.filter(({ id }) => id === cardId) : cards
}

/**
 * Finds the card of an id among those that a call may see. Any other is as good as missing, and the caller
 * learns no difference.
 */
export function findCard(desk: Desk, call: ResourceCall, id: string): Card | Refusal {
  const { behaviour, market, username } = call
  const own = ownCards(desk, call)
  const card = own.find((candidate) => candidate.id === id)
  if (card !== undefined) return card
  const foreign = desk.bank.cards.find(market, id)
  if (foreign === undefined || foreign.username === username)
    return (behaviour.enforces('object.exists') ? undefined : own[0]) ?? notFound
  if (!behaviour.enforces('object.owner')) return foreign
  return behaviour.enforces('object.indistinct') ? notFound : { status: 403, code: 'accessNotConfigured' }
}

/** Makes a handler of calls that name a card in their path. */
export function onCard(act: (at: AtCard) => Answer): (desk: Desk) => Handler {
  return (desk) => (call) => actOn(desk, call, { id: call.params['cardId'] ?? '', act })
}

/** Does something with the card of an id, or refuses the call. */
export function actOn(
  desk: Desk,
  call: ResourceCall,
  { id, act }: { readonly id: string; readonly act: (at: AtCard) => Answer },
): Answer {
  const card = findCard(desk, call, id)
  return 'status' in card ? refuse(call, card) : act({ desk, call, card })
}

/** Refuses what a blocked card must not do; undefined when the card is not blocked. */
export function refuseBlocked({ call, card }: AtCard): Answer | undefined {
  return card.isBlocked && call.behaviour.enforces('cards.blocked')
    ? refuse(call, invalid('cardId'))
    : undefined
}
