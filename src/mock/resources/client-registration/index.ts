import type { Makers } from '../desk.ts'

/** Handlers of specs/client-registration.yaml that have state of their own. */
export const clientRegistrationMakers: Makers = {}
