import { empty, type Handler, json, type ResourceCall } from '../../answer.ts'
import type { Market } from '../../../markets/types.ts'
import type { Bank } from '../../bank/bank.ts'
import { customers } from '../../bank/customers.ts'
import { type RewardCard, rewardCards } from '../../bank/reward-cards.ts'
import { fieldsOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'
import { invalid, refuse, type Refusal } from '../refusal.ts'
import { withLink } from './own-link.ts'

/** The code in every text message of the sandbox. */
const activationCode = '987654'
const mostTries = 3

/** Links a card to pay with points. */
export const linkRewardCard = linkOr(() => invalid('lastFourDigitsCardNumber'))

/** Links a card for shopping, which has words of its own for what cannot be linked. */
export const linkShopWithPoints = linkOr((desk, call) =>
  isOtherAccount(desk.bank, call)
    ? { status: 400, code: 'invalidCardType' }
    : { status: 400, code: 'registrationFailed' },
)

function linkOr(refusalOf: (desk: Desk, call: ResourceCall) => Refusal): (desk: Desk) => Handler {
  return (desk) => (call) => {
    const { clientId, market, behaviour } = call
    const cards = rewardCards(desk.bank, market)
    const card =
      cards.find((each) => isNamed(each, call)) ??
      (behaviour.enforces('rewards.card-known') ? undefined : cards[0])
    if (card === undefined) return refuse(call, refusalOf(desk, call))
    const { code } = desk.bank.rewards.link({ clientId, market: market.id, card })
    return json(200, { rewardLinkCode: code })
  }
}

function isNamed({ displayNumber, phone }: RewardCard, { body }: ResourceCall): boolean {
  const { lastFourDigitsCardNumber, citiCardHolderPhoneNumber } = fieldsOf(body)
  return displayNumber.slice(-4) === lastFourDigitsCardNumber && phone === citiCardHolderPhoneNumber
}

/** Tells whether the digits are those of an account that collects no points. */
function isOtherAccount(bank: Bank, { body, market }: ResourceCall): boolean {
  const { lastFourDigitsCardNumber, citiCardHolderPhoneNumber } = fieldsOf(body)
  return customers
    .filter(({ username }) => phoneOf(bank, market, username) === citiCardHolderPhoneNumber)
    .flatMap(({ username }) => bank.accountsOf(market, username))
    .some(({ displayNumber }) => displayNumber.slice(-4) === lastFourDigitsCardNumber)
}

function phoneOf(bank: Bank, market: Market, username: string): string {
  return market.dialCode + bank.profileOf(market, username).phone
}

/** Makes a link active; three wrong codes end it. */
export const activateRewardLink = withLink(({ bank }, call, link) => {
  const isRight = fieldsOf(call.body)['linkageConfirmationCode'] === activationCode
  if (isRight || !call.behaviour.enforces('rewards.activation-code')) {
    link.active = true
    return empty(200)
  }
  link.wrongTries += 1
  if (link.wrongTries >= mostTries && call.behaviour.enforces('rewards.activation-tries'))
    bank.rewards.unlink(link)
  return refuse(call, invalid('linkageConfirmationCode'))
})

/** Ends a link. */
export const unlinkShopWithPoints = withLink(({ bank }, { behaviour }, link) => {
  if (behaviour.enforces('rewards.unlinked')) bank.rewards.unlink(link)
  return empty(200)
})
