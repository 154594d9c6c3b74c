import type { Area } from './types.ts'

/** The journeys of card authorization. */
export const cardAuthorization = {} as const satisfies Area
