import type { Makers } from '../desk.ts'

/** Handlers of specs/rewards.yaml that have state of their own. */
export const rewardsMakers: Makers = {}
