import type { Defect } from './defect.ts'

/** Mistakes in the journeys of customers. */
export const customersDefects: readonly Defect[] = []
