import type { Defect } from './defect.ts'

/** Mistakes in the journeys of legacy. */
export const legacyDefects: readonly Defect[] = []
