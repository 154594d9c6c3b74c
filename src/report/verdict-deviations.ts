import { type DeviationId, deviations } from '../deviations/index.ts'
import type { EndedTest } from './record.ts'
import { sum } from './totals.ts'

/** What a run shows of an observed deviation. */
export interface VerdictDeviation {
  readonly id: DeviationId
  readonly what: string
  readonly evidence: string
  /** The day of the first recording. */
  readonly since: string
  /**
   * Seen; gone, although each exchange that was made should have shown it; or not observed, because no such
   * exchange was made, or none whose data would show it.
   */
  readonly status: 'seen' | 'gone' | 'not-observed'
  /** How many exchanges could show it. */
  readonly exchanges: number
  /** How many findings it explains. */
  readonly findings: number
}

/** Sums up what the tests of a run saw of every observed deviation. */
export function buildDeviations(tests: readonly EndedTest[]): VerdictDeviation[] {
  const counts = tests.flatMap(({ record }) => record?.deviations ?? [])
  return deviations.map(({ id, what, evidence, since, occurs }) => {
    const own = counts.flatMap((part) => part[id] ?? [])
    const exchanges = sum(own.map((count) => count.exchanges))
    const findings = sum(own.map((count) => count.shown))
    const isGone = exchanges > 0 && occurs !== 'sometimes'
    const status = findings > 0 ? 'seen' : isGone ? 'gone' : 'not-observed'
    return { id, what, evidence, since, status, exchanges, findings }
  })
}

/** Merges what the parts of a run saw. */
export function mergeDeviations(parts: readonly (readonly VerdictDeviation[])[]): VerdictDeviation[] {
  const [first = []] = parts
  return first.map((row) => {
    const own = parts.flatMap((part) => part.filter(({ id }) => id === row.id))
    const has = (status: VerdictDeviation['status']) => own.some((part) => part.status === status)
    return {
      ...row,
      status: has('seen') ? 'seen' : has('gone') ? 'gone' : 'not-observed',
      exchanges: sum(own.map(({ exchanges }) => exchanges)),
      findings: sum(own.map(({ findings }) => findings)),
    }
  })
}
