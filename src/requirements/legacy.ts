import type { Area } from './types.ts'

/** The journeys of legacy. */
export const legacy = {} as const satisfies Area
