import type { RequirementId } from '../requirements/index.ts'

/** The exchanges in which a deviation shows. */
export interface Shows {
  /** Ids of operations; every exchange unless given. */
  readonly operations?: readonly string[]
  /** Every status unless given. */
  readonly statuses?: readonly number[]
  /** What the Authorization header of the request looks like once its secret is masked. */
  readonly authorization?: RegExp
  /** What the body of the request looks like once its secrets are masked. */
  readonly requestBody?: RegExp
}

/** A finding that a deviation explains. */
export interface ExplainedFinding {
  readonly requirement: RequirementId
  /** Where it stands; a star in a pointer stands for the index of any item. */
  readonly at: readonly string[]
  /** What came instead; anything unless given. */
  readonly actual?: RegExp
  /** What was expected; anything unless given. */
  readonly expected?: RegExp
  /** Whether it arises in whatever exchange: a journey builds on those that show the deviation. */
  readonly anywhere?: true
}

/** What the bank's sandbox was seen to do differently from what the documents promise. */
export interface DeviationRow {
  /** One sentence about what it does. */
  readonly what: string
  /** Where it was seen. */
  readonly evidence: string
  /** The day of the first recording, for example `2020-07-15`. */
  readonly since: string
  readonly shows: Shows
  /**
   * `always`: each such exchange shows it. `sometimes`: it depends on the data. `asked`: only a test that
   * knows what it asked for can see it.
   */
  readonly occurs: 'always' | 'sometimes' | 'asked'
  readonly findings: readonly ExplainedFinding[]
}

/** The deviations of one area, by id. */
export type DeviationArea = Readonly<Record<string, DeviationRow>>
