import { type Answer, type Handler, json, type ResourceCall } from '../../answer.ts'
import type { Card } from '../../bank/cards/card.ts'
import { dayOf } from '../../bank/days.ts'
import type { Desk } from '../desk.ts'
import { invalid, notFound, refuse } from '../refusal.ts'
import { cardFields, partnerCardFields } from './card-fields.ts'
import { allows, isFunction } from './card-functions.ts'
import { actOn, ownCards } from './card-lookup.ts'

/** Lists the cards of the customer that allow a function. */
export function listCards(desk: Desk): Handler {
  return (call) =>
    list(desk, call, (cards) => ({ cardDetails: cards.map((card) => cardFields(card, dayOf(call.now))) }))
}

/** Lists them with what a partner may know besides; supplementary ones when they are wanted. */
export function listPartnerCards(desk: Desk): Handler {
  return (call) =>
    list(desk, call, (cards) => ({
      partnerCardDetails: cards
        .filter(
          ({ kind }) => kind !== 'supplementary' || call.query['linkedSupplementaryCardFlag'] !== 'false',
        )
        .map((card) => partnerCardFields(card, dayOf(call.now))),
    }))
}

function list(desk: Desk, call: ResourceCall, fieldsOf: (cards: readonly Card[]) => object): Answer {
  const { behaviour, query, operation } = call
  const word = query['cardFunction'] ?? 'ALL'
  if (!isFunction(word) && behaviour.enforces('cards.function-known'))
    return refuse(call, invalid('cardFunction'))
  const cards = ownCards(desk, call).filter(
    (card) => allows(card, word) || !behaviour.enforces('cards.filter'),
  )
  return cards.length === 0 ? refuse(call, notFound) : json(200, desk.write(operation, fieldsOf(cards)))
}

/** Says whether a card works. */
export function getCardStatus(desk: Desk): Handler {
  return (call) =>
    actOn(desk, call, {
      id: call.query['cardId'] ?? '',
      act: ({ card }) => json(200, desk.write(call.operation, { cardStatus: statusOf(card) })),
    })
}

/** Lists the cards that draw on the line of another. */
export function listSupplementaryCards(desk: Desk): Handler {
  return (call) =>
    actOn(desk, call, {
      id: call.params['cardId'] ?? '',
      act: ({ card }) => {
        const linked = ownCards(desk, call).filter(({ primary }) => primary === card)
        const supplementaryCards = linked.map((each) => ({
          ...cardFields(each, dayOf(call.now)),
          cardStatus: statusOf(each),
        }))
        return json(200, desk.write(call.operation, { supplementaryCards }))
      },
    })
}

function statusOf({ isBlocked, isActive }: Card): string {
  if (isBlocked) return 'BLOCKED'
  return isActive ? 'ACTIVE' : 'INACTIVE'
}
