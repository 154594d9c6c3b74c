import type { Area } from './types.ts'

/** The journeys of money movement. */
export const moneyMovement = {} as const satisfies Area
