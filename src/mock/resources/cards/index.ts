import type { Makers } from '../desk.ts'

/** Handlers of specs/cards.yaml that have state of their own. */
export const cardsMakers: Makers = {}
