import type { Makers } from '../desk.ts'

/** Handlers of specs/account-services.yaml that have state of their own. */
export const accountServicesMakers: Makers = {}
