import type { Makers } from '../desk.ts'

/** Handlers of specs/card-authorization.yaml that have state of their own. */
export const cardAuthorizationMakers: Makers = {}
