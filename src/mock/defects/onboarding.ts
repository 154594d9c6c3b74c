import type { Defect } from './defect.ts'

/** Mistakes in the journeys of onboarding. */
export const onboardingDefects: readonly Defect[] = []
