import type { Makers } from '../desk.ts'
import { getEncryptionKey, getPreloginKey } from './keys.ts'
import { generateOtp, validateOtp } from './otp.ts'

/** Handlers of specs/card-authorization.yaml that have state of their own. */
export const cardAuthorizationMakers: Makers = {
  generateOtp,
  validateOtp,
  getEncryptionKey,
  getPreloginEncryptionKey: getPreloginKey,
  requestPreloginEncryptionKey: getPreloginKey,
}
