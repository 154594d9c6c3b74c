import type { Defect } from './defect.ts'

/** Mistakes in the journeys of cards. */
export const cardsDefects: readonly Defect[] = []
