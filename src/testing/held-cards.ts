import type { Market } from '../markets/types.ts'
import type { HeldCard } from '../mock/control.ts'
import { notObserved } from './not-observed.ts'
import type { Target } from './target.ts'

/** The cards of a customer in a market, as far as they are known. */
export function cardsOf(target: Target, { id }: Market, index: number): readonly HeldCard[] {
  return target.customers[index]?.cards?.[id] ?? []
}

/** The first card, or the last when the position is -1; a single card is no second one. */
export function cardOf(cards: readonly HeldCard[], position: 0 | -1): HeldCard {
  const card = cards.at(position)
  if (card !== undefined && (position === 0 || cards.length > 1)) return card
  return notObserved('no such card is known: set CITI_CARD_LAST_FOUR and CITI_CARD_PHONE')
}
