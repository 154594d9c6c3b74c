import type { Area } from './types.ts'

/** The journeys of client registration. */
export const clientRegistration = {} as const satisfies Area
