/** A fund or security that customers hold; every investment account holds both, and orders the first. */
export interface Paper {
  readonly name: string
  readonly code: string
  readonly cusip: string
}

/** The papers that the bank deals in. */
export const papers: readonly [Paper, Paper] = [
  { name: 'Harbour Balanced Income', code: 'HBI', cusip: '412HBI105' },
  { name: 'Northgate Utilities', code: 'NGU', cusip: '665NGU107' },
]
