import type { Defect } from './defect.ts'

/** Mistakes in the journeys of client registration. */
export const clientRegistrationDefects: readonly Defect[] = []
