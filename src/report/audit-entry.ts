import type { DeviationId } from '../deviations/index.ts'
import type { RecordedFinding } from './record.ts'

/** An exchange of a recording with what was found in it. */
export interface JudgedEntry {
  readonly outcome: 'judged'
  readonly method: string
  /** The address below the base, without query. */
  readonly path: string
  readonly status: number
  /** The operationId; undefined when no document offers the call. */
  readonly operation: string | undefined
  /** The market, where the recording tells. */
  readonly market: string | undefined
  /** How many checks applied. */
  readonly checks: number
  readonly findings: readonly RecordedFinding[]
  /** Observed deviations that this exchange can show, whether or not it does. */
  readonly canShow: readonly DeviationId[]
  /** What is odd about the recording of this exchange. */
  readonly notes: readonly string[]
}

/** An entry that could not be judged: damaged, or not to do with the API. */
export interface UnjudgedEntry {
  readonly outcome: 'unreadable' | 'set-aside'
  readonly why: string
}

/** One entry of a recording after its audit. */
export type AuditedEntry = { readonly file: string; readonly name: string } & (JudgedEntry | UnjudgedEntry)

/** Tells whether a finding counts against the target: a MUST, or any in a strict audit, that no deviation explains. */
export function unexplained(entry: JudgedEntry): RecordedFinding[] {
  return entry.findings.filter(({ deviation }) => deviation === undefined)
}

/** Lists the deviations that an exchange showed. */
export function shownDeviations(entry: JudgedEntry): DeviationId[] {
  return [...new Set(entry.findings.flatMap(({ deviation }) => deviation ?? []))]
}
