import { access } from './access.ts'
import { authorize } from './authorize.ts'
import { bearer } from './bearer.ts'
import { error } from './error.ts'
import { expiry } from './expiry.ts'
import { http } from './http.ts'
import { ratelimit } from './ratelimit.ts'
import { refresh } from './refresh.ts'
import { request } from './request.ts'
import { resources } from './resources.ts'
import { revoke } from './revoke.ts'
import { shape } from './shape.ts'
import { tls } from './tls.ts'
import { token } from './token.ts'
import { accountServices } from './account-services.ts'
import { cards } from './cards.ts'
import { cardAuthorization } from './card-authorization.ts'
import { clientRegistration } from './client-registration.ts'
import { customers } from './customers.ts'
import { developerHub } from './developer-hub.ts'
import { legacy } from './legacy.ts'
import { loans } from './loans.ts'
import { mfa } from './mfa.ts'
import { moneyMovement } from './money-movement.ts'
import { onboarding } from './onboarding.ts'
import { partner } from './partner.ts'
import { rewards } from './rewards.ts'
import type { Requirement } from './types.ts'

/** Every requirement of the suite by id, in the order of the report. */
export const requirements = {
  ...token,
  ...authorize,
  ...expiry,
  ...refresh,
  ...revoke,
  ...bearer,
  ...access,
  ...request,
  ...resources,
  ...ratelimit,
  ...http,
  ...error,
  ...shape,
  ...tls,
  ...accountServices,
  ...cards,
  ...cardAuthorization,
  ...clientRegistration,
  ...customers,
  ...developerHub,
  ...legacy,
  ...loans,
  ...mfa,
  ...moneyMovement,
  ...onboarding,
  ...partner,
  ...rewards,
}

/** The id of a requirement: the key in the registry, the tag in the report, the word for --grep. */
export type RequirementId = keyof typeof requirements

/** Every id, in the order of the report. */
export const requirementIds = Object.keys(requirements) as RequirementId[]

/** Returns the row of an id. */
export function requirementOf(id: RequirementId): Requirement {
  return requirements[id]
}

/** Returns the area of an id: its first part. */
export function areaOf(id: RequirementId): string {
  return id.slice(0, id.indexOf('.'))
}

/** Tells whether a word is the id of a requirement. */
export function isRequirementId(word: string): word is RequirementId {
  return Object.hasOwn(requirements, word)
}
