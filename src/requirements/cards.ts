import type { Area } from './types.ts'

/** The journeys of cards. */
export const cards = {} as const satisfies Area
