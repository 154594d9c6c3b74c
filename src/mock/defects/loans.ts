import type { Defect } from './defect.ts'

/** Mistakes in the journeys of loans. */
export const loansDefects: readonly Defect[] = []
