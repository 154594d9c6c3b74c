import type { Area } from './types.ts'

/** The journeys of onboarding. */
export const onboarding = {} as const satisfies Area
