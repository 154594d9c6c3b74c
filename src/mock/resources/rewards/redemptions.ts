import { type Answer, json, type ResourceCall } from '../../answer.ts'
import type { RewardLink, RewardOrder } from '../../bank/reward-links.ts'
import { programmeOf, worthOf } from '../../bank/reward-programmes.ts'
import { fieldsOf, textOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'
import { invalid, refuse, type Refusal } from '../refusal.ts'
import type { Guard } from '../../guards.ts'
import { withActiveLink, withLink } from './own-link.ts'

/** What is to be redeemed. */
interface Wanted {
  readonly reference: string
  readonly points: number
  /** In minor units; undefined when the order names none. */
  readonly amount: number | undefined
  readonly currency: string
}

/** Pays with the points behind a link. */
export const redeemRewards = withActiveLink((desk, call, link) => {
  const order = redeem(desk, call, link)
  return 'status' in order
    ? refuse(call, order)
    : json(200, { orderId: order.id, availablePointBalance: pointsLeft(desk, link) })
})

/** Takes the points of an order, or says why not. */
export function redeem(desk: Desk, call: ResourceCall, link: RewardLink): RewardOrder | Refusal {
  const wanted = readOrder(call)
  if ('status' in wanted) return wanted
  const refusal = refusalOf(desk, call, { link, wanted })
  if (refusal !== undefined) return refusal
  if (call.behaviour.enforces('rewards.balance-falls'))
    desk.bank.rewards.spend(link.market, link.card, wanted.points)
  const order = {
    id: desk.bank.rewards.newOrderId(),
    transactionReference: wanted.reference,
    points: wanted.points,
  }
  link.orders.push(order)
  return order
}

/** Returns the points that the card of a link has left. */
export function pointsLeft({ bank }: Desk, { market, card }: RewardLink): number {
  return bank.rewards.pointsOf(market, card)
}

function readOrder({ body, market }: ResourceCall): Wanted | Refusal {
  const { transactionReferenceNumber, redemptionOrder } = fieldsOf(body)
  const { pointsToRedeem, transactionAmount, currencyCode } = fieldsOf(redemptionOrder)
  if (typeof pointsToRedeem !== 'number' || !Number.isInteger(pointsToRedeem))
    return invalid('pointsToRedeem')
  return {
    reference: textOf(transactionReferenceNumber),
    points: pointsToRedeem,
    amount: typeof transactionAmount === 'number' ? Math.round(transactionAmount * 100) : undefined,
    currency: textOf(currencyCode) || programmeOf(market.id).currency,
  }
}

/** The rules in the order in which the bank looks at them; each has its documented code. */
function refusalOf(
  desk: Desk,
  { behaviour }: ResourceCall,
  { link, wanted }: { link: RewardLink; wanted: Wanted },
): Refusal | undefined {
  const programme = programmeOf(link.market)
  const worth = worthOf(programme, wanted.points, wanted.currency)
  const highest = worthOf(programme, programme.most, wanted.currency) ?? 0
  const rules: readonly [broken: boolean, guard: Guard, code: string][] = [
    [worth === undefined, 'rewards.currency', 'RedemptionNotAllowed'],
    [isRepeated(link, wanted), 'rewards.once', 'transactionAlreadyRedeemed'],
    [wanted.points < programme.fewest, 'rewards.minimum', 'belowMinimumPointsAllowed'],
    [wanted.points > programme.most, 'rewards.maximum', 'exceedsMaximumPointsAllowed'],
    [wanted.points > pointsLeft(desk, link), 'rewards.sufficient', 'inSufficientPointBalance'],
    [(wanted.amount ?? 0) > highest, 'rewards.amount-maximum', 'exceedsMaximumAmountAllowed'],
    [wanted.amount !== worth, 'rewards.combination', 'invalidPointsAndAmountCombination'],
  ]
  const broken = rules.find(([isBroken, guard]) => isBroken && behaviour.enforces(guard))
  return broken === undefined ? undefined : { status: 400, code: broken[2] }
}

function isRepeated({ orders }: RewardLink, { reference }: Wanted): boolean {
  return orders.some(({ transactionReference }) => transactionReference === reference)
}

/** Gives the points of an order back, once. */
export const reverseShopWithPoints = withLink((desk, call, link): Answer => {
  const { orderId, transactionReferenceNumber } = fieldsOf(call.body)
  const order = link.orders.find(
    ({ id, transactionReference }) => id === orderId && transactionReference === transactionReferenceNumber,
  )
  if (order === undefined) return refuse(call, invalid('orderId'))
  if (call.behaviour.enforces('rewards.points-returned'))
    desk.bank.rewards.spend(link.market, link.card, -order.points)
  if (call.behaviour.enforces('rewards.reversal-once')) link.orders.splice(link.orders.indexOf(order), 1)
  return json(200, { orderId: order.id, availablePointBalance: pointsLeft(desk, link) })
})
