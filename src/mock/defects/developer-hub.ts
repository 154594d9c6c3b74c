import type { Defect } from './defect.ts'

/** Mistakes in the journeys of developer hub. */
export const developerHubDefects: readonly Defect[] = []
