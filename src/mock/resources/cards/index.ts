import type { Makers } from '../desk.ts'
import {
  addTravelPlan,
  deleteTravelPlans,
  listTravelPlans,
  switchOverseasUsage,
  updateTravelPlan,
} from './abroad.ts'
import { applyForCompanionCard, applyForSupplementaryCard } from './applications.ts'
import { activateCardBeforeLogin, changePinBeforeLogin } from './before-login.ts'
import {
  closeCorporateCard,
  reportCorporateCardLost,
  retrieveCorporateCard,
  retrieveCorporateCashLimit,
  suspendCorporateCard,
  updateCorporateCashLimit,
  updateCorporateCreditLimit,
} from './corporate.ts'
import { consentToLowerCreditLimit, lowerCreditLimit, raiseCreditLimit } from './credit-limits.ts'
import {
  enrolCurrency,
  enrolCurrencyAccounts,
  getCurrencyEligibility,
  unlinkCurrencyAccounts,
} from './currencies.ts'
import { grantWish, grantWishOfCard } from './factor.ts'
import { bookInstalmentPlan, refundInstalmentPlan } from './instalment-booking.ts'
import {
  getInstalmentEligibility,
  getInstalmentPlan,
  getInstalmentSchedule,
  searchInstalmentPlans,
} from './instalment-plans.ts'
import { getCardStatus, listCards, listPartnerCards, listSupplementaryCards } from './lists.ts'
import { resetPin, verifyCvv } from './pin.ts'
import { searchCardPoints } from './points.ts'
import { updateCardLimits } from './spending-limits.ts'
import { searchStatementSummaries } from './statement-summaries.ts'
import { reportCardLost, switchCard } from './use.ts'

/** Handlers of specs/cards.yaml that have state of their own. */
const cards: Makers = {
  listCards,
  listPartnerCards,
  getCardStatus,
  listSupplementaryCards,
  switchCard,
  confirmCardSwitch: grantWish,
  activateCardBeforeLogin,
  reportCardLost,
  raiseCreditLimit,
  lowerCreditLimit,
  consentToLowerCreditLimit,
  updateCardLimits,
  resetPin,
  confirmPinReset: grantWish,
  changePinBeforeLogin,
  verifyCvv,
  switchOverseasUsage,
  confirmOverseasUsage: grantWish,
  listTravelPlans,
  addTravelPlan,
  updateTravelPlan,
  deleteTravelPlans,
  getCurrencyEligibility,
  enrolCurrencyAccounts,
  enrolCurrency,
  unlinkCurrencyAccounts,
  getCurrencyEligibilityV2: getCurrencyEligibility,
  enrolCurrencyAccountsV2: enrolCurrencyAccounts,
  enrolCurrencyV2: enrolCurrency,
  unlinkCurrencyAccountsV2: unlinkCurrencyAccounts,
  applyForSupplementaryCard,
  applyForCompanionCard,
  searchStatementSummaries,
  searchCardPoints,
}

/** Handlers of specs/card-instalments.yaml, and of the same calls with the token of a card. */
const instalments: Makers = {
  getInstalmentEligibility,
  getInstalmentPlan,
  searchInstalmentPlans,
  getInstalmentSchedule,
  bookInstalmentPlan,
  confirmInstalmentPlan: grantWishOfCard,
  refundInstalmentPlan,
  getCardTokenPlan: getInstalmentPlan,
  getCardTokenSchedule: getInstalmentSchedule,
  bookCardTokenPlan: bookInstalmentPlan,
}

/** Handlers of specs/corporate-cards.yaml that have state of their own. */
const corporate: Makers = {
  retrieveCorporateCard,
  updateCorporateCreditLimit,
  retrieveCorporateCashLimit,
  updateCorporateCashLimit,
  suspendCorporateCard,
  reportCorporateCardLost,
  closeCorporateCard,
}

/** Handlers of the documents on cards that have state of their own. */
export const cardsMakers: Makers = { ...cards, ...instalments, ...corporate }
