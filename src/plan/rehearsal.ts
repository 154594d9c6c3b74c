import type { RequirementId } from '../requirements/index.ts'

/** What a test did in a rehearsal: a run against our own sandbox in live mode. */
export interface RehearsedTest {
  /** Playwright's id, the same in every run. */
  readonly id: string
  readonly title: string
  readonly market: string
  /** The requirement that it proves on purpose. */
  readonly requirement: RequirementId
  readonly outcome: 'passed' | 'failed' | 'not-observed'
  /** Why it saw nothing. */
  readonly reason?: string
  /** How often it called each endpoint. */
  readonly calls: Readonly<Record<string, number>>
  /** The same without those that were made once for all tests. */
  readonly own: Readonly<Record<string, number>>
  /** How many were made once for all tests, by what they were made for. */
  readonly shared: Readonly<Record<string, number>>
  /** What it used that is made once for all tests. */
  readonly uses: readonly string[]
  /** Every requirement that one of its exchanges gave evidence for, or would have given. */
  readonly judged: readonly RequirementId[]
  /** Whether it left something behind at the bank, such as a payee. */
  readonly changes: boolean
  /** What it used up, such as a code. */
  readonly spends: Readonly<Record<string, number>>
}

/** Everything that a rehearsal showed. */
export interface Rehearsal {
  readonly tests: readonly RehearsedTest[]
  /** Every call that was made, those of the preflight among them. */
  readonly made: number
}
