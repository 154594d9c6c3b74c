import type { Makers } from '../desk.ts'

/** Handlers of specs/partner-portal.yaml that have state of their own. */
export const partnerPortalMakers: Makers = {}
