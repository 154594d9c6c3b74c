import type { Reply } from '../http/client.ts'
import type { CallChange } from './call-change.ts'
import type { Caller } from './caller.ts'
import { notObserved, positiveControl } from './not-observed.ts'
import { operationOf } from './operations.ts'

/** A card as the list shows it. */
export type ShownCard = Readonly<Record<string, unknown>> & { readonly cardId: string }

/** The kinds of card that the journeys need. */
export type CardKind = 'credit' | 'supplementary' | 'debit'

const isOfKind: Readonly<Record<CardKind, (card: ShownCard) => boolean>> = {
  credit: ({ subCardType, cardHolderType }) => subCardType === 'CREDIT' && cardHolderType === 'PRIMARY',
  supplementary: ({ cardHolderType }) => cardHolderType === 'SUPPLEMENTARY',
  debit: ({ subCardType }) => subCardType === 'DEBIT',
}

/** Lists the cards of a customer, those that allow a function where one is given. */
export async function listedCards(caller: Caller, cardFunction = 'ALL'): Promise<readonly ShownCard[]> {
  const reply = positiveControl(await caller.call(operationOf('listCards'), { parameters: { cardFunction } }))
  return cardsIn(reply)
}

/** Reads the cards of a list. */
export function cardsIn({ json }: Reply): readonly ShownCard[] {
  const { cardDetails = [] } = (json ?? {}) as { cardDetails?: readonly ShownCard[] }
  return cardDetails
}

/** Finds a card of a kind; the test is unclear when the customer has none. */
export async function cardOf(caller: Caller, kind: CardKind): Promise<ShownCard> {
  const card = (await listedCards(caller)).find(isOfKind[kind])
  return card ?? notObserved(`the customer has no ${kind} card`)
}

/** Shows a field of a card as the list has it now. */
export async function shown(caller: Caller, { cardId }: ShownCard, field: string): Promise<string> {
  const card = (await listedCards(caller)).find((candidate) => candidate.cardId === cardId)
  return String(card?.[field])
}

/** Makes a call about a card, right in everything but the change. */
export async function onCard(
  caller: Caller,
  { cardId }: ShownCard,
  { operationId, ...change }: CallChange & { readonly operationId: string },
): Promise<Reply> {
  const parameters = { cardId, ...change.parameters }
  return caller.call(operationOf(operationId), { told: { cardId }, ...change, parameters })
}
