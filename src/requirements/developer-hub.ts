import type { Area } from './types.ts'

/** The journeys of developer hub. */
export const developerHub = {} as const satisfies Area
