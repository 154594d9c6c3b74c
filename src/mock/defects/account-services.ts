import type { Defect } from './defect.ts'

/** Mistakes in the journeys of account services. */
export const accountServicesDefects: readonly Defect[] = []
