import type { Area } from './types.ts'

/** The journeys of loans. */
export const loans = {} as const satisfies Area
