import type { DefectRow } from './collect.ts'
import type { Peer } from './peer.ts'
import type { Time } from './time.ts'
import { isCaught, median, newFindings, type PeerRuns } from './result.ts'

/** What one peer said of one defect. */
export interface Cell {
  readonly state: 'caught' | 'missed' | 'time over' | 'not run'
  /** A failure that told it. */
  readonly sign: string | undefined
}

/** What one peer did in all its runs. */
export interface PeerTotals {
  readonly caught: number
  /** How many defects it was tried on. */
  readonly tried: number
  /** Median of its runs under a defect: processor time, or wall-clock time where the system does not tell. */
  readonly medianMs: number
  /** The same of all its runs, honest ones included. */
  readonly totalMs: number
  readonly runs: number
  /** Failures that it reported in honest runs: how many there were of each kind. */
  readonly falseAlarms: ReadonlyMap<string, number>
}

/** Tells what a peer said of a defect, over all places where it looked. */
export function cellOf(
  { defect }: Pick<DefectRow, 'defect'>,
  peer: Peer['id'],
  runs: readonly PeerRuns[],
): Cell {
  const looked = runs.flatMap((one) => {
    const under = one.defects[defect.id]
    return one.peer === peer && under !== undefined ? [{ under, honest: one.honest }] : []
  })
  const found = looked.find(({ under, honest }) => isCaught(under, honest))
  if (found !== undefined) {
    const [sign] = newFindings(found.under, found.honest)
    return { state: 'caught', sign: sign ?? found.under.error }
  }
  if (looked.length === 0) return { state: 'not run', sign: undefined }
  return { state: looked.some(({ under }) => under.timedOut) ? 'time over' : 'missed', sign: undefined }
}

/** Adds up what a peer did. */
export function totalsOf(
  rows: readonly Pick<DefectRow, 'defect'>[],
  peer: Peer['id'],
  runs: readonly PeerRuns[],
): PeerTotals {
  const own = runs.filter((one) => one.peer === peer)
  const under = own.flatMap(({ defects }) => Object.values(defects).map(usedMs))
  const honest = own.flatMap((one) => one.honest.map(usedMs))
  const times = [...under, ...honest]
  return {
    tried: rows.filter((row) => cellOf(row, peer, runs).state !== 'not run').length,
    caught: rows.filter((row) => cellOf(row, peer, runs).state === 'caught').length,
    medianMs: median(under),
    totalMs: times.reduce((sum, ms) => sum + ms, 0),
    runs: times.length,
    falseAlarms: falseAlarmsOf(own),
  }
}

/** Processor time where it is known: it is the same on a busy machine. */
export function usedMs({ ms, cpuMs }: Time): number {
  return cpuMs ?? ms
}

/** Every failure once, in however many markets and honest runs it came. */
function falseAlarmsOf(runs: readonly PeerRuns[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const all = runs.flatMap(({ honest }) => honest.flatMap(({ findings }) => findings))
  for (const finding of new Set(all)) {
    const kind = kindOf(finding)
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return new Map([...counts].sort(([, left], [, right]) => right - left))
}

/** The failure without the operation in which it arose. */
function kindOf(finding: string): string {
  return finding
    .slice(finding.indexOf(': ') + 2)
    .replace(/\[[A-Z]+\]::\S+ - /, '')
    .replaceAll(/\s+/g, ' ')
}
