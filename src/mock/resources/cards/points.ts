import { type Handler, json } from '../../answer.ts'
import { type Card, maskedNumber } from '../../bank/cards/card.ts'
import { seeded } from '../../bank/seeded.ts'
import { fieldsOf, listOf, textOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'
import { notFound, refuse } from '../refusal.ts'
import { findCard } from './card-lookup.ts'

/** Shows the reward points of cards: what the last statement held, and what was earned since. */
export function searchCardPoints(desk: Desk): Handler {
  return (call) => {
    const named = listOf(fieldsOf(call.body)['cardDetails']).map(({ cardId }) =>
      findCard(desk, call, textOf(cardId)),
    )
    const cards = named.filter((card): card is Card => !('status' in card))
    if (cards.length < named.length || cards.length === 0) return refuse(call, notFound)
    const add = (left: number, right: number) =>
      call.behaviour.enforces('cards.points-add-up') ? left + right : left
    const rewardAccounts = cards.map((card) => {
      if (card.kind === 'debit' && call.behaviour.enforces('cards.points-none')) return withoutPoints(card)
      const { atStatement, earned } = pointsOf(card)
      return {
        cardId: card.id,
        displayCardNumber: maskedNumber(card),
        availablePointBalance: add(atStatement, earned),
        lastStatementPointBalance: atStatement,
        pointsEarned: earned,
        rewardAccountErrorDetails: undefined,
      }
    })
    return json(200, desk.write(call.operation, { rewardAccounts }))
  }
}

/** A debit card earns nothing: its entry holds an error. */
function withoutPoints(card: Card): object {
  return {
    cardId: card.id,
    displayCardNumber: maskedNumber(card),
    availablePointBalance: 0,
    lastStatementPointBalance: 0,
    pointsEarned: 0,
    rewardAccountErrorDetails: {
      type: 'error',
      code: 'resourceNotFound',
      details: 'Empty resource/resource not found',
    },
  }
}

/** The points of a card; those of a supplementary card gather on its primary. */
function pointsOf(card: Card): { readonly atStatement: number; readonly earned: number } {
  const draw = seeded(`${(card.primary ?? card).id}/points`)
  return { atStatement: draw.integer(12_000, 90_000), earned: draw.integer(150, 2_400) }
}
