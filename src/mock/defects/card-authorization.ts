import type { Defect } from './defect.ts'

/** Mistakes in the journeys of card authorization. */
export const cardAuthorizationDefects: readonly Defect[] = []
