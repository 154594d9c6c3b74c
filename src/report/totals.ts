import type { Level } from '../requirements/types.ts'
import type { EndedTest } from './record.ts'
import type { RowStatus, VerdictRow } from './verdict.ts'

/** How many rows have each status. */
export type StatusCounts = Readonly<Record<RowStatus, number>>

/** How tests ended. */
export interface TestCounts {
  readonly passed: number
  readonly failed: number
  /** Skipped, each with its reason, or cut off. */
  readonly notObserved: number
}

/** The figures of a run. */
export interface Totals {
  readonly requirements: number
  readonly byStatus: StatusCounts
  readonly byLevel: Readonly<Record<Level, StatusCounts>>
  /** Tests of the target that ran. */
  readonly tests: number
  readonly testsByOutcome: TestCounts
  /** Tests of the project itself, which say nothing about the target. */
  readonly projectTests: TestCounts
  /** Selected tests that never started. */
  readonly notRun: number
  /** How often a check judged an exchange. */
  readonly checks: number
  readonly exchanges: number
  /** Findings at every level, equal ones counted each. */
  readonly findings: number
}

/** Counts the rows and the tests of a run. */
export function countTotals(
  tests: readonly EndedTest[],
  rows: readonly VerdictRow[],
): Omit<Totals, 'notRun' | 'findings'> {
  const records = tests.flatMap(({ record }) => record ?? [])
  const atLevel = (level: Level) => countStatuses(rows.filter((row) => row.level === level))
  return {
    requirements: rows.length,
    byStatus: countStatuses(rows),
    byLevel: { MUST: atLevel('MUST'), SHOULD: atLevel('SHOULD'), MAY: atLevel('MAY') },
    tests: records.length,
    testsByOutcome: countOutcomes(tests.filter(({ record }) => record !== undefined)),
    projectTests: countOutcomes(tests.filter(({ record }) => record === undefined)),
    checks: sum(rows.map(({ exchanges }) => exchanges)),
    exchanges: sum(records.map(({ exchanges }) => exchanges)),
  }
}

/** Counts how many rows have each status. */
export function countStatuses(rows: readonly VerdictRow[]): StatusCounts {
  const count = (wanted: RowStatus) => rows.filter(({ status }) => status === wanted).length
  return {
    passed: count('passed'),
    failed: count('failed'),
    'not-observed': count('not-observed'),
    excluded: count('excluded'),
    deviation: count('deviation'),
  }
}

/** Counts how tests ended. */
export function countOutcomes(tests: readonly EndedTest[]): TestCounts {
  const count = (...wanted: EndedTest['outcome'][]) =>
    tests.filter(({ outcome }) => wanted.includes(outcome)).length
  return {
    passed: count('passed'),
    failed: count('failed'),
    notObserved: count('skipped', 'interrupted'),
  }
}

/** Adds numbers up. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
