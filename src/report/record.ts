import type { Finding } from '../checks/check.ts'
import type { DeviationId } from '../deviations/index.ts'
import type { RequirementId } from '../requirements/index.ts'

/** A finding with where it arose, as the verdict lists it. */
export interface RecordedFinding extends Finding {
  /** The operationId, or method and path when no document offers it. */
  readonly operation: string
  /** The curl line that repeats it; secrets are masked. */
  readonly repeat?: string
  /** The observed deviation that explains it. */
  readonly deviation?: DeviationId
}

/** How often deviations could have shown, and did, by id. */
export type DeviationCounts = Readonly<
  Partial<Record<DeviationId, { readonly exchanges: number; readonly shown: number }>>
>

/** What the calls of a test cost. */
export interface CallTally {
  /** How many calls went to each endpoint. */
  readonly calls: Readonly<Record<string, number>>
  /** The same without those that were made once for all tests. */
  readonly own: Readonly<Record<string, number>>
  /** How many were made once for all tests, by what they were made for. */
  readonly shared: Readonly<Record<string, number>>
  /** What the test used that is made once for all tests. */
  readonly uses: readonly string[]
  /** How many things they used up, such as codes. */
  readonly spends: Readonly<Record<string, number>>
  /** Whether something stays behind at the bank, such as a payee. */
  readonly changes: boolean
}

/** Something that went wrong between us and the target. */
export interface DisturbanceRecord {
  /** For example `GET /v1/accounts: the connection broke`. */
  readonly what: string
  /** Whether the call was made again, on a new connection. */
  readonly again: boolean
}

/** What one test leaves for the verdict. */
export interface TestRecord {
  readonly market: string
  /** The defect that the test ran under, in a proof. */
  readonly defect?: string
  /** The requirement that the test proves on purpose; undefined for tests of the project itself. */
  readonly requirement?: RequirementId
  /** How many exchanges gave evidence for each requirement. */
  readonly judged: Readonly<Partial<Record<RequirementId, number>>>
  readonly findings: readonly RecordedFinding[]
  /** How many exchanges could show each observed deviation of the target, and how many did. */
  readonly deviations?: DeviationCounts
  readonly exchanges: number
  /** What went wrong between us and the target; none of it is a finding. */
  readonly disturbances?: readonly DisturbanceRecord[]
  /** Present where calls are counted. */
  readonly tally?: CallTally
  /** Why the target could not show what the test asks. */
  readonly notObserved?: string
  /** What its exchanges would have been judged by, had it made them. */
  readonly wouldJudge?: readonly RequirementId[]
}

/** A test record with its title and how the test ended. */
export interface EndedTest {
  readonly title: string
  readonly file: string
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'interrupted'
  /** First line of the error of a test that failed without a finding. */
  readonly error?: string
  readonly record: TestRecord | undefined
}
