import type { Defect } from './defect.ts'

/** Mistakes in the journeys of rewards. */
export const rewardsDefects: readonly Defect[] = []
