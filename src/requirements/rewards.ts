import type { Area } from './types.ts'

/** The journeys of rewards. */
export const rewards = {} as const satisfies Area
