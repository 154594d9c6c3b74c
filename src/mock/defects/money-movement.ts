import type { Defect } from './defect.ts'

/** Mistakes in the journeys of money movement. */
export const moneyMovementDefects: readonly Defect[] = []
