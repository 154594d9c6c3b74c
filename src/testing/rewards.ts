import type { Reply } from '../http/client.ts'
import type { Caller } from './caller.ts'
import { at } from './inside.ts'
import { Journey } from './journey.ts'
import { notObserved, positiveControl } from './not-observed.ts'
import { operationOf } from './operations.ts'

/** The calls that make a link usable, by way of paying. */
export const linking = {
  pay: ['linkRewardCard', 'activateRewardLink'],
  shop: ['linkShopWithPoints', 'activateShopWithPoints'],
  americas: ['linkCloakedCard', 'enableRewards'],
} as const

/** A way of redeeming: how its link is made, how its balance is read and how its points are spent. */
export interface Way {
  readonly link: readonly string[]
  readonly balance: string
  readonly redeem: string
}

/** The documented way of which every code is known. */
export const creditWay: Way = {
  link: linking.pay,
  balance: 'getLinkedPointBalance',
  redeem: 'redeemForCredit',
}

/** The other ways of Hong Kong. */
export const otherWays: readonly Way[] = [
  { link: linking.pay, balance: 'getRewardBalance', redeem: 'redeemRewards' },
  { link: linking.shop, balance: 'getShopWithPointsBalance', redeem: 'redeemShopWithPoints' },
  { link: linking.shop, balance: 'getShopWithPointsBalance', redeem: 'redeemShopWithPointsOrder' },
]

/** The way of the Americas. */
export const americanWay: Way = {
  link: linking.americas,
  balance: 'getCloakedPointBalance',
  redeem: 'redeemCloakedCard',
}

/** Links the card of the example and makes the link usable. */
export async function linkedBy(caller: Caller, { link }: Way): Promise<Journey> {
  return new Journey(caller).walk(...link)
}

/** What a balance says. */
export interface Balance {
  readonly reply: Reply
  readonly points: number
  readonly most: number
  readonly fewest: number
  /** Worth of ten thousand points. */
  readonly worth: number
  readonly currencyCode: string
}

/** Reads the balance of a link; the test is unclear when it cannot be read. */
export async function balanceOf(journey: Journey, { balance }: Way): Promise<Balance> {
  const reply = positiveControl(await journey.call(balance))
  const number = (name: string) => Number(at(reply.json, name))
  return {
    reply,
    points: number('availablePointBalance'),
    most: number('maximumPointsToRedeem'),
    fewest: number('minimumPointsToRedeem'),
    worth: Math.round(number('programConversionRate') * 10_000),
    currencyCode: String(at(reply.json, 'currencyCode') ?? at(reply.json, 'localCurrencyCode')),
  }
}

/** Points to spend under a balance; the amount is what they are worth unless given. */
export interface Spending extends Pick<Balance, 'worth' | 'currencyCode'> {
  readonly points: number
  readonly amount?: number
}

/** Redeems points through a link. */
export async function redeem(journey: Journey, way: Way, spending: Spending): Promise<Reply> {
  const body = journey.bodyOf(way.redeem) as { redemptionOrder: object }
  const { points, worth, currencyCode, amount = Math.round((points * worth) / 100) / 100 } = spending
  const redemptionOrder = {
    ...body.redemptionOrder,
    pointsToRedeem: points,
    transactionAmount: amount,
    currencyCode,
  }
  return journey.call(way.redeem, { body: { ...body, redemptionOrder } })
}

/** Digits and phone number by which a card of a customer is linked, read with the consent of the customer. */
export async function cardToLink(
  caller: Caller,
  kind = 'creditCardAccountSummary',
): Promise<{ lastFourDigitsCardNumber: string; citiCardHolderPhoneNumber: string }> {
  const accounts = positiveControl(await caller.call(operationOf('listAccounts')))
  const profile = positiveControl(await caller.call(operationOf('getPartnerProfile')))
  const number = findNumber(accounts.json, kind) ?? notObserved(`the customer has no ${kind}`)
  const [phone] = (at(profile.json, 'phones') as unknown[] | undefined) ?? []
  return {
    lastFourDigitsCardNumber: number.slice(-4),
    citiCardHolderPhoneNumber: `${String(at(phone, 'phoneCountryCode'))}${String(at(phone, 'phoneNumber'))}`,
  }
}

function findNumber(accounts: unknown, kind: string): string | undefined {
  const groups = (at(accounts, 'accountGroupSummary') as unknown[] | undefined) ?? []
  const listed = groups.flatMap((group) => (at(group, 'accounts') as unknown[] | undefined) ?? [])
  const numbers = listed.map((account) => at(account, kind, 'displayAccountNumber'))
  return numbers.find((number): number is string => typeof number === 'string')
}
