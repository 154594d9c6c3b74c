import type { MarketId } from '../../src/markets/types.ts'
import type { Outcome, Peer } from './peer.ts'

/** What the suite of this project said under one defect. */
export interface OwnResult {
  readonly defect: string
  readonly caught: boolean
  readonly falseAlarms: number
  /** Time of its tests in milliseconds. */
  readonly ms: number
  /** The documents in which it was seen, the one with the most findings first. */
  readonly products: readonly string[]
}

/** Where peers look for a defect: one document, as one market offers it. */
export interface Place {
  readonly product: string
  readonly market: MarketId
  /** Calls per minute and application that the sandbox grants. */
  readonly quota: number
}

/** The runs of one peer at one place: honest ones, and one under each defect. */
export interface PeerRuns {
  readonly peer: Peer['id']
  readonly place: Place
  readonly honest: readonly Outcome[]
  readonly defects: Readonly<Record<string, Outcome>>
}

/** Names a place in files and tables. */
export function nameOf({ product, market, quota }: Place): string {
  return `${product}-${market}-${quota}`
}

/** The failures that a peer reported under a defect and in no honest run, so that they are about the defect. */
export function newFindings(under: Outcome, honest: readonly Outcome[]): string[] {
  const known = new Set(honest.flatMap(({ findings }) => findings))
  return under.findings.filter((finding) => !known.has(finding))
}

/**
 * Tells whether a peer caught a defect: it reported a failure that it never reports in an honest run, or the
 * defect kept it from working at all.
 */
export function isCaught(under: Outcome, honest: readonly Outcome[]): boolean {
  if (newFindings(under, honest).length > 0) return true
  return under.error !== undefined && honest.every(({ error }) => error === undefined)
}

/** The value in the middle; of an even number the higher of both. */
export function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0
}
