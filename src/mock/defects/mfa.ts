import type { Defect } from './defect.ts'

/** Mistakes in the journeys of mfa. */
export const mfaDefects: readonly Defect[] = []
