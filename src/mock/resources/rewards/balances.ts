import { empty, type Handler, json } from '../../answer.ts'
import type { RewardLink } from '../../bank/reward-links.ts'
import { programmeOf, rateOf } from '../../bank/reward-programmes.ts'
import { fieldsOf, listOf, textOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'
import { notFound, refuse, type Refusal } from '../refusal.ts'
import { findLink, isUsable, withActiveLink } from './own-link.ts'
import { pointsLeft } from './redemptions.ts'

/** Shows the points behind a link and what they are worth. */
export const getRewardBalance = withActiveLink((desk, _call, link) => {
  const programme = programmeOf(link.market)
  return json(200, {
    availablePointBalance: pointsLeft(desk, link),
    programConversionRate: rateOf(programme),
    currencyCode: programme.currency,
    maximumPointsToRedeem: programme.most,
    minimumPointsToRedeem: programme.fewest,
  })
})

/** Shows the points of several cards; one link that is wrong spoils the whole call. */
export function searchRewardBalances(desk: Desk): Handler {
  return (call) => {
    const codes = listOf(fieldsOf(call.body)['cardDetails']).map(({ rewardLinkCode }) =>
      textOf(rewardLinkCode),
    )
    const links = codes.map((code) => findLink(desk, call, code))
    const unknown = links.find((link): link is Refusal => 'status' in link)
    if (unknown !== undefined) return refuse(call, unknown)
    const found = links.filter((link): link is RewardLink => !('status' in link))
    if (!found.every((link) => isUsable(call, link)))
      return refuse(call, { status: 400, code: 'inactiveRewardLinkCode', location: 'rewardLinkCode' })
    const rewardAccounts = found.map((link) => ({
      rewardLinkCode: link.code,
      displayCardNumber: link.card.displayNumber,
      availablePointBalance: pointsLeft(desk, link),
    }))
    return json(200, desk.write(call.operation, { rewardAccounts }))
  }
}

/** Shows where the points of a card go as miles. */
export const getFrequentFlyer = withActiveLink(({ bank }, call, { market, card }) => {
  const account = bank.rewards.flyerOf(market, card)
  return account === undefined ? refuse(call, notFound) : json(200, account)
})

/** Sets where the points of a card go as miles. */
export const updateFrequentFlyer = withActiveLink(({ bank }, { body, behaviour }, { market, card }) => {
  const { airlineCode, frequentFlyerNumber } = fieldsOf(body)
  const account = { airlineCode: textOf(airlineCode), frequentFlyerNumber: textOf(frequentFlyerNumber) }
  if (behaviour.enforces('rewards.flyer-kept') || bank.rewards.flyerOf(market, card) === undefined)
    bank.rewards.keepFlyer(market, card, account)
  return empty(200)
})
