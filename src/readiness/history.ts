import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Verdict } from '../report/verdict.ts'

/** What is kept of an earlier run. */
export interface PastRun {
  readonly startedAt: string
  readonly target: string
  readonly conclusion: Verdict['conclusion']
  readonly failed: readonly string[]
  readonly passed: number
  readonly notObserved: number
}

/** How a requirement that fails, or failed in the run before, has come to it. */
export interface Trend {
  /** Start of the first run of the unbroken row of runs in which it failed; by requirement. */
  readonly failingSince: Readonly<Record<string, string>>
  readonly newlyPassing: readonly string[]
}

/** Reads the runs of a target that a folder keeps, the oldest first; none when the folder is not there. */
export function readHistory(folder: string, target: string): PastRun[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.startsWith('run-') && file.endsWith('.json'))
    .flatMap((file) => parseRun(path.join(folder, file)))
    .filter((run) => run.target === target)
    .sort((left, right) => left.startedAt.localeCompare(right.startedAt))
}

/** A file that was cut off or is not ours counts as absent. */
function parseRun(file: string): PastRun[] {
  try {
    const run = JSON.parse(readFileSync(file, 'utf8')) as PastRun
    return typeof run.startedAt === 'string' && Array.isArray(run.failed) ? [run] : []
  } catch {
    return []
  }
}

/** Keeps a run in a folder; the same run twice is one. */
export function keepRun(folder: string, verdict: Verdict): void {
  mkdirSync(folder, { recursive: true })
  const name = `run-${verdict.startedAt.replaceAll(/[^0-9]/g, '')}.json`
  writeFileSync(path.join(folder, name), `${JSON.stringify(summarize(verdict))}\n`)
}

/** Reduces a verdict to what the trend needs. */
export function summarize({ startedAt, target, conclusion, requirements, totals }: Verdict): PastRun {
  return {
    startedAt,
    target,
    conclusion,
    failed: requirements.filter(({ status }) => status === 'failed').map(({ id }) => id),
    passed: totals.byStatus.passed,
    notObserved: totals.byStatus['not-observed'],
  }
}

/** Tells since when what fails has failed, and what passes for the first time again. */
export function trendOf(past: readonly PastRun[], now: PastRun): Trend {
  const before = past.filter(({ startedAt }) => startedAt < now.startedAt)
  const since = (id: string): string => {
    const lastGood = before.findLastIndex(({ failed }) => !failed.includes(id))
    return [...before.slice(lastGood + 1), now][0]?.startedAt ?? now.startedAt
  }
  const last = before.at(-1)?.failed ?? []
  return {
    failingSince: Object.fromEntries(now.failed.map((id) => [id, since(id)])),
    newlyPassing: last.filter((id) => !now.failed.includes(id)),
  }
}
