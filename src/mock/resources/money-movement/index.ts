import type { Makers } from '../desk.ts'

/** Handlers of specs/money-movement.yaml that have state of their own. */
export const moneyMovementMakers: Makers = {}
