import type { Makers } from '../desk.ts'
import { listAlertHistory, listCustomerAlerts, updateAlertSubscriptions } from './alerts.ts'
import { addCustomerAddress, updateCustomerProfile } from './changes.ts'
import {
  confirmCustomerEmails,
  confirmCustomerPhoneNumbers,
  updateCustomerEmails,
  updateCustomerPhoneNumbers,
} from './contacts.ts'
import { deleteProfileImage, getProfileImage, setProfileImage } from './image.ts'
import { answerOffer, fulfilOffer, listOfferRecommendations, listOffers } from './offers.ts'
import { getMarketingPreferences, setMarketingPreferences } from './preferences.ts'
import { getProfile, listCardAccountAddresses } from './profiles.ts'
import { getUsProfile } from './us-profile.ts'

/** Handlers of specs/customers.yaml. */
export const customersMakers: Makers = {
  getCustomerProfile: getProfile,
  getBasicProfile: getProfile,
  getPartnerProfile: getProfile,
  getUsCustomerProfile: getUsProfile,
  updateCustomerProfile,
  listCustomerAddresses: getProfile,
  addCustomerAddress,
  listCardAccountAddresses,
  listCustomerEmails: getProfile,
  updateCustomerEmails,
  confirmCustomerEmails,
  listCustomerPhoneNumbers: getProfile,
  updateCustomerPhoneNumbers,
  confirmCustomerPhoneNumbers,
  getProfileImage,
  setProfileImage,
  deleteProfileImage,
  getMarketingPreferences,
  setMarketingPreferences,
  listCustomerAlerts,
  listAlertHistory,
  updateAlertSubscriptions,
  listOffers,
  listOfferRecommendations,
  answerOffer,
  fulfilOffer,
}
