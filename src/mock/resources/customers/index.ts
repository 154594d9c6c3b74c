import type { Makers } from '../desk.ts'

/** Handlers of specs/customers.yaml that have state of their own. */
export const customersMakers: Makers = {}
