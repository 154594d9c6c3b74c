import { empty, type Handler, json, type ResourceCall } from '../../answer.ts'
import { type RewardCard, rewardCards } from '../../bank/reward-cards.ts'
import type { RewardLink } from '../../bank/reward-links.ts'
import { programmeOf, rateOf } from '../../bank/reward-programmes.ts'
import { fieldsOf, textOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'
import { invalid, notFound, refuse, type Refusal } from '../refusal.ts'
import { findLink } from './own-link.ts'
import { pointsLeft, redeem } from './redemptions.ts'

/** The programme of the test cards. */
const programmeName = 'THANKU'

/** Tells whether a card can pay with points: E is enabled, Y could be, N cannot. */
export function getRewardEligibility(desk: Desk): Handler {
  return (call) => {
    const card = cardOf(desk, call, call.params['cloakedCreditCardNumber'] ?? '')
    if (card === undefined) return refuse(call, notFound)
    if (call.query['rewardProgram'] !== programmeName) return json(200, { eligibilityIndicator: 'N' })
    return json(200, { eligibilityIndicator: isEnabled(desk, call, card) ? 'E' : 'Y' })
  }
}

/** Links a card whose bill goes to the postal code. */
export function linkCloakedCard(desk: Desk): Handler {
  return (call) => {
    const { cloakedCreditCardNumber, billingZipCode } = fieldsOf(call.body)
    const card = cardOf(desk, call, textOf(cloakedCreditCardNumber))
    if (card === undefined) return refuse(call, invalid('cloakedCreditCardNumber'))
    if (billingZipCode !== card.billingZipCode && call.behaviour.enforces('rewards.postal-code'))
      return refuse(call, invalid('billingZipCode'))
    const { clientId, market } = call
    const { code } = desk.bank.rewards.link({ clientId, market: market.id, card })
    return json(200, { rewardLinkCode: code })
  }
}

/** Lets a card take part with the merchant, or no longer. */
export function enableRewards(desk: Desk): Handler {
  return (call) => {
    const fields = fieldsOf(call.body)
    const named = namedCard(desk, call, fields)
    if ('status' in named) return refuse(call, named)
    const isWanted =
      fields['enableProgramIndicator'] === true || !call.behaviour.enforces('rewards.disabling')
    desk.bank.rewards.enable(keyOf(call, named.card), isWanted)
    return empty(200)
  }
}

/** Shows the points of a card that takes part. */
export function getCloakedPointBalance(desk: Desk): Handler {
  return (call) => {
    const named = namedCard(desk, call, call.query)
    if ('status' in named) return refuse(call, named)
    const programme = programmeOf(call.market.id)
    if (!isEnabled(desk, call, named.card)) return json(200, { redemptionEligible: false })
    return json(200, {
      redemptionEligible: true,
      availablePointBalance: pointsLeft(desk, named),
      programConversionRate: rateOf(programme),
      localCurrencyCode: programme.currency,
      redemptionPointIncrement: 1,
      maximumPointsToRedeem: programme.most,
      minimumPointsToRedeem: programme.fewest,
    })
  }
}

/** Pays with the points of a card that takes part. */
export function redeemCloakedCard(desk: Desk): Handler {
  return (call) => {
    const named = namedCard(desk, call, fieldsOf(call.body))
    if ('status' in named) return refuse(call, named)
    if (!isEnabled(desk, call, named.card)) return refuse(call, { status: 400, code: 'notEligibleToRedeem' })
    const order = redeem(desk, call, named)
    if ('status' in order) return refuse(call, order)
    return json(200, { orderID: order.id, availablePointBalance: pointsLeft(desk, named) })
  }
}

/** Finds the card that a call names: by its link where there is one, else by the hash of its number. */
function namedCard(
  desk: Desk,
  call: ResourceCall,
  fields: Readonly<Record<string, unknown>>,
): RewardLink | Refusal {
  const { rewardLinkCode, cloakedCreditCardNumber } = fields
  if (typeof rewardLinkCode === 'string') return findLink(desk, call, rewardLinkCode)
  const isNamed = typeof cloakedCreditCardNumber === 'string'
  if (!isNamed && call.behaviour.enforces('rewards.named')) return invalid('rewardLinkCode')
  const named = cardOf(desk, call, textOf(cloakedCreditCardNumber))
  const card = isNamed ? named : rewardCards(desk.bank, call.market)[0]
  if (card === undefined) return invalid('cloakedCreditCardNumber')
  const parts = { clientId: call.clientId, market: call.market.id, card }
  return desk.bank.rewards.linkOf(parts) ?? desk.bank.rewards.link(parts)
}

function cardOf(
  { bank }: Desk,
  { market, behaviour }: ResourceCall,
  cloaked: string,
): RewardCard | undefined {
  const cards = rewardCards(bank, market)
  return (
    cards.find(({ cloakedNumber }) => cloakedNumber === cloaked) ??
    (behaviour.enforces('object.exists') ? undefined : cards[0])
  )
}

function isEnabled({ bank }: Desk, call: ResourceCall, card: RewardCard): boolean {
  return bank.rewards.isEnabled(keyOf(call, card)) || !call.behaviour.enforces('rewards.enabled')
}

function keyOf({ clientId, market }: ResourceCall, { cloakedNumber }: RewardCard): string {
  return `${clientId}/${market.id}/${cloakedNumber}`
}
