import type { Area } from './types.ts'

/** The journeys of mfa. */
export const mfa = {} as const satisfies Area
