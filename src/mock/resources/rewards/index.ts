import type { Makers } from '../desk.ts'
import {
  enableRewards,
  getCloakedPointBalance,
  getRewardEligibility,
  linkCloakedCard,
  redeemCloakedCard,
} from './americas.ts'
import { getFrequentFlyer, getRewardBalance, searchRewardBalances, updateFrequentFlyer } from './balances.ts'
import { listRewardCategories, listRewards } from './catalogue.ts'
import { activateRewardLink, linkRewardCard, linkShopWithPoints, unlinkShopWithPoints } from './links.ts'
import { redeemRewards, reverseShopWithPoints } from './redemptions.ts'

/** Handlers of specs/rewards.yaml and specs/rewards-americas.yaml. */
export const rewardsMakers: Makers = {
  linkRewardCard,
  activateRewardLink,
  getRewardBalance,
  redeemRewards,
  linkShopWithPoints,
  activateShopWithPoints: activateRewardLink,
  getShopWithPointsBalance: getRewardBalance,
  redeemShopWithPoints: redeemRewards,
  redeemShopWithPointsOrder: redeemRewards,
  reverseShopWithPoints,
  unlinkShopWithPoints,
  redeemForCredit: redeemRewards,
  getLinkedPointBalance: getRewardBalance,
  searchRewardBalances,
  getFrequentFlyer,
  updateFrequentFlyer,
  listRewards,
  listRewardCategories,
  getRewardEligibility,
  linkCloakedCard,
  enableRewards,
  getCloakedPointBalance,
  redeemCloakedCard,
}
