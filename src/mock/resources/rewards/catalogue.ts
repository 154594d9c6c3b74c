import { type Handler, json } from '../../answer.ts'
import type { Desk } from '../desk.ts'
import { cutPage, readPage } from '../page.ts'
import { invalid, refuse } from '../refusal.ts'

const categories = [
  { rewardCategoryCode: 'VOUCHERS', rewardCategoryName: 'Vouchers' },
  { rewardCategoryCode: 'MILES', rewardCategoryName: 'Miles' },
  { rewardCategoryCode: 'CREDIT', rewardCategoryName: 'Credit to the card' },
]

/** Four sizes of three rewards: more than one page. */
const rewards = [1, 2, 5, 10].flatMap((size) => [
  {
    rewardCode: `HKV${size * 100}`,
    rewardName: `Supermarket voucher of ${size * 100} dollars`,
    rewardCategoryCode: 'VOUCHERS',
    pointsRequired: size * 400,
  },
  {
    rewardCode: `MIL${size * 500}`,
    rewardName: `${size * 500} miles`,
    rewardCategoryCode: 'MILES',
    pointsRequired: size * 6_000,
  },
  {
    rewardCode: `CRD${size * 50}`,
    rewardName: `Credit of ${size * 50} dollars`,
    rewardCategoryCode: 'CREDIT',
    pointsRequired: size * 200,
  },
])

/** Lists what points can be spent on, in one category or in all. */
export function listRewards(desk: Desk): Handler {
  return (call) => {
    const { rewardCategoryCode: wanted } = call.query
    const isKnown = wanted === undefined || categories.some((each) => each.rewardCategoryCode === wanted)
    if (!isKnown) return refuse(call, invalid('rewardCategoryCode'))
    const page = readPage(call)
    if ('status' in page) return refuse(call, page)
    const isAll = wanted === undefined || !call.behaviour.enforces('rewards.category')
    const shown = rewards.filter((each) => isAll || each.rewardCategoryCode === wanted)
    const { items, nextStartIndex } = cutPage(shown, page, call)
    return json(200, desk.write(call.operation, { rewards: items, nextStartIndex }))
  }
}

/** Lists the categories of the catalogue. */
export function listRewardCategories(): Handler {
  return () => json(200, { categories })
}
