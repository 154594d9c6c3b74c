import type { Makers } from '../desk.ts'

/** Handlers of specs/onboarding.yaml that have state of their own. */
export const onboardingMakers: Makers = {}
