import type { Area } from './types.ts'

/** The journeys of customers. */
export const customers = {} as const satisfies Area
