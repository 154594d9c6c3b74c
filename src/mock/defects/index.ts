import { observedDefects } from '../observed/index.ts'
import { accessDefects } from './access.ts'
import { authorizationDefects } from './authorization.ts'
import { clientAuthenticationDefects } from './client-authentication.ts'
import { codesDefects } from './codes.ts'
import type { Defect } from './defect.ts'
import { errorDefects } from './errors.ts'
import { gettingStartedDefects } from './getting-started.ts'
import { lifetimesDefects } from './lifetimes.ts'
import { pageDefects } from './pages.ts'
import { quotaDefects } from './quota.ts'
import { refreshingDefects } from './refreshing.ts'
import { requestsDefects } from './requests.ts'
import { resourceDefects } from './resources.ts'
import { revokingDefects } from './revoking.ts'
import { slipDefects } from './slips.ts'
import { tokenRequestsDefects } from './token-requests.ts'
import { tokenDefects } from './token.ts'
import { transportDefects } from './transport.ts'
import { accountServicesDefects } from './account-services.ts'
import { cardsDefects } from './cards.ts'
import { cardAuthorizationDefects } from './card-authorization.ts'
import { clientRegistrationDefects } from './client-registration.ts'
import { customersDefects } from './customers.ts'
import { developerHubDefects } from './developer-hub.ts'
import { legacyDefects } from './legacy.ts'
import { loansDefects } from './loans.ts'
import { mfaDefects } from './mfa.ts'
import { moneyMovementDefects } from './money-movement.ts'
import { onboardingDefects } from './onboarding.ts'
import { partnerDefects } from './partner.ts'
import { rewardsDefects } from './rewards.ts'

export type { Defect } from './defect.ts'

/** Every named defect, grouped as the requirements are. */
export const defects: readonly Defect[] = [
  ...tokenDefects,
  ...clientAuthenticationDefects,
  ...tokenRequestsDefects,
  ...pageDefects,
  ...authorizationDefects,
  ...codesDefects,
  ...lifetimesDefects,
  ...refreshingDefects,
  ...revokingDefects,
  ...accessDefects,
  ...requestsDefects,
  ...errorDefects,
  ...resourceDefects,
  ...quotaDefects,
  ...gettingStartedDefects,
  ...transportDefects,
  ...slipDefects,
  ...accountServicesDefects,
  ...cardsDefects,
  ...cardAuthorizationDefects,
  ...clientRegistrationDefects,
  ...customersDefects,
  ...developerHubDefects,
  ...legacyDefects,
  ...loansDefects,
  ...mfaDefects,
  ...moneyMovementDefects,
  ...onboardingDefects,
  ...partnerDefects,
  ...rewardsDefects,
  ...observedDefects,
]
