import { type Answer, empty, type Handler, json, type ResourceCall } from '../../answer.ts'
import type { Card, TravelPlan } from '../../bank/cards/card.ts'
import { fieldsOf, listOf, textOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'
import { invalid, refuse } from '../refusal.ts'
import { actOn, type AtCard, onCard, ownCards, refuseBlocked } from './card-lookup.ts'
import { askHolder } from './factor.ts'

/** Switches use abroad on, for a time or for good, or off. */
export const switchOverseasUsage = onCard((at) => {
  const { call, card } = at
  const { overseasCardUsageOption, ActivationRequest } = fieldsOf(call.body)
  if (overseasCardUsageOption !== 'ACTIVATE') {
    card.overseas = { allowed: false, forGood: false, from: undefined, to: undefined }
    return empty(200)
  }
  const refused = refuseBlocked(at)
  if (refused !== undefined) return refused
  const wanted = fieldsOf(ActivationRequest)
  const grant = (): Answer => {
    if (call.behaviour.enforces('cards.overseas-kept')) card.overseas = useOf(wanted)
    return empty(200)
  }
  return card.kind === 'debit' ? askHolder(at, { confirmedBy: 'confirmOverseasUsage', grant }) : grant()
})

function useOf(wanted: Readonly<Record<string, unknown>>): Card['overseas'] {
  const forGood = wanted['perpetualActivationIndicator'] === 'Y'
  return {
    allowed: true,
    forGood,
    from: forGood ? undefined : dayIn(wanted['overseasCardActivationStartDate']),
    to: forGood ? undefined : dayIn(wanted['overseasCardActivationEndDate']),
  }
}

function dayIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Lists the journeys of one card, or of all. */
export function listTravelPlans(desk: Desk): Handler {
  return (call) => {
    const id = call.query['cardId']
    if (id === undefined) return showPlans(desk, call, ownCards(desk, call))
    return actOn(desk, call, { id, act: ({ card }) => showPlans(desk, call, [card]) })
  }
}

function showPlans(desk: Desk, call: ResourceCall, cards: readonly Card[]): Answer {
  const travelPlan = cards.flatMap((card) =>
    card.travelPlans.map(({ countries, from, to }) => ({
      cardId: card.id,
      countryCodes: countries.map((countryCode) => ({ countryCode })),
      travelPlanStartDate: from,
      travelPlanEndDate: to,
    })),
  )
  return json(200, desk.write(call.operation, { travelPlan }))
}

/** Keeps a journey; one that starts on the same day is told anew. */
export const addTravelPlan = onCard((at) => {
  const plan = planOf(at)
  if ('status' in plan) return plan
  const others = at.card.travelPlans.filter(({ from }) => from !== plan.from)
  if (at.call.behaviour.enforces('cards.plan-kept')) at.card.travelPlans = [...others, plan]
  return empty(200)
})

/** Puts a journey in the place of those told before. */
export const updateTravelPlan = onCard((at) => {
  const plan = planOf(at)
  if ('status' in plan) return plan
  const { travelPlans } = at.card
  at.card.travelPlans = at.call.behaviour.enforces('cards.plan-replaced') ? [plan] : [...travelPlans, plan]
  return empty(200)
})

/** Forgets the journeys of a card. */
export const deleteTravelPlans = onCard(({ call, card }) => {
  if (call.behaviour.enforces('cards.plan-deleted')) card.travelPlans = []
  return empty(200)
})

function planOf({ call }: AtCard): TravelPlan | Answer {
  const { countryCodes, travelPlanStartDate, travelPlanEndDate } = fieldsOf(call.body)
  const [from, to] = [textOf(travelPlanStartDate), textOf(travelPlanEndDate)]
  if (to < from && call.behaviour.enforces('cards.dates-in-order'))
    return refuse(call, invalid('travelPlanEndDate'))
  return { countries: listOf(countryCodes).map(({ countryCode }) => textOf(countryCode)), from, to }
}
