import type { Area } from './types.ts'

/** The journeys of account services. */
export const accountServices = {} as const satisfies Area
