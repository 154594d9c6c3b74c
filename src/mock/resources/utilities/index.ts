import type { Makers } from '../desk.ts'

/** Handlers of specs/utilities.yaml that have state of their own. */
export const utilitiesMakers: Makers = {}
