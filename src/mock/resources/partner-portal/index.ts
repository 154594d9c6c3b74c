import type { Makers } from '../desk.ts'
import { listFdxAccounts } from './fdx-accounts.ts'
import { createFundsConfirmationConsent, createInternationalPayment } from './open-banking.ts'

/** Handlers of specs/partner-portal.yaml that have state of their own. */
export const partnerPortalMakers: Makers = {
  createFundsConfirmationConsent,
  createInternationalPayment,
  listFdxAccounts,
}
