import { type RequirementId, requirementIds } from '../requirements/index.ts'
import type { Evidence, Level } from '../requirements/types.ts'
import type { DeviationId } from '../deviations/index.ts'
import { bindingFindings, collectEvidence } from './evidence.ts'
import type { EndedTest } from './record.ts'
import { countTotals, sum, type Totals } from './totals.ts'
import { buildDeviations, type VerdictDeviation } from './verdict-deviations.ts'
import { buildRow } from './verdict-row.ts'

/** What became of a requirement in a run. */
export type RowStatus = 'passed' | 'failed' | 'not-observed' | 'excluded' | 'deviation'

/** A finding of a row; equal ones are merged and counted. */
export interface VerdictFinding {
  readonly at: string
  readonly expected: string
  readonly actual: string
  readonly operation: string
  /** The curl line of the first of them; secrets are masked. */
  readonly repeat?: string
  /** The observed deviation that explains it. */
  readonly deviation?: DeviationId
  readonly market: string
  readonly count: number
}

/** One requirement with its status and what was found. */
export interface VerdictRow {
  readonly id: RequirementId
  readonly level: Level
  readonly evidence: Evidence
  readonly status: RowStatus
  /** Why it is excluded, a known deviation, or not observed; a row that passed may have been unseen by some tests. */
  readonly reason?: string
  /** How many tests that prove it on purpose ran to their end. */
  readonly tests: number
  /** How many of its tests ended as not observed. */
  readonly notObserved: number
  /** How many exchanges gave evidence for it. */
  readonly exchanges: number
  readonly findings: readonly VerdictFinding[]
  /** How many different findings were left out of the list. */
  readonly moreFindings?: number
}

/** A difference that is known and accepted until a day has passed; from then on it fails again. */
export interface KnownDeviation {
  readonly requirement: RequirementId
  readonly reason: string
  /** The last day, for example `2026-12-31`. */
  readonly until: string
}

/** The calls of a run under a budget. */
export interface CallFigures {
  /** How many calls went to the target, those of the preflight among them. */
  readonly made: number
  /** How many of them the cap refused (429) although their turn had come. */
  readonly refused: number
  /** How many the plan of the run foresaw; missing when the run asked everything. */
  readonly planned?: number
  /** How many were made beyond the plan, for tokens that earlier runs had parked. */
  readonly beyond?: number
  /** How many spent the cap on purpose, or looked at what that does (--with-429); the plan foresees none of them. */
  readonly provoked?: number
}

/** What a run was, apart from its tests. */
export interface RunFacts {
  readonly target: string
  readonly markets: readonly string[]
  /** ISO 8601 time. */
  readonly startedAt: string
  readonly durationMs: number
  readonly versions: Readonly<Record<string, string>>
  /** False when the run was interrupted. */
  readonly complete: boolean
  /** How many selected tests never started. */
  readonly notRun?: number
  /** Whether SHOULD and MAY requirements bind as well. */
  readonly strict: boolean
  /** Hash of the contract documents. */
  readonly specsHash: string
  /** Present where calls are counted. */
  readonly calls?: CallFigures
  readonly deviations?: readonly KnownDeviation[]
  /** Whether the observed deviations of the bank's sandbox belong to the target. */
  readonly observed?: boolean
}

/** The result of a run, made for machines: totals, and one row per requirement. */
export interface Verdict extends Omit<RunFacts, 'deviations' | 'notRun' | 'observed'> {
  /** Incomplete when the run was cut off, and when it observed nothing at all. */
  readonly conclusion: 'conforms' | 'findings' | 'incomplete'
  readonly totals: Totals
  readonly requirements: readonly VerdictRow[]
  /** What went wrong between us and the target, and how often; present when something did. */
  readonly disturbances?: Readonly<Record<string, number>>
  /** What became of each observed deviation; empty when they do not belong to the target. */
  readonly deviations: readonly VerdictDeviation[]
}

/** Builds the verdict of a run from how its tests ended. */
export function buildVerdict(tests: readonly EndedTest[], run: RunFacts): Verdict {
  const { deviations = [], notRun = 0, observed = false, ...facts } = run
  const accepted = deviations.filter(({ until }) => run.startedAt.slice(0, 10) <= until)
  const evidence = collectEvidence(tests, run.strict)
  const rows = requirementIds.map((id) => buildRow(id, evidence.get(id), accepted))
  const shown = observed ? buildDeviations(tests) : []
  return {
    conclusion: run.complete ? conclude(tests, rows, { strict: run.strict, shown }) : 'incomplete',
    ...facts,
    totals: {
      ...countTotals(tests, rows),
      findings: sum([...evidence.values()].map(({ findings }) => findings.length)),
      notRun,
    },
    ...disturbancesOf(tests),
    requirements: rows,
    deviations: shown,
  }
}

/** Counts equal disturbances; whether a call was made again belongs to what is told. */
function disturbancesOf(tests: readonly EndedTest[]): Pick<Verdict, 'disturbances'> {
  const all = tests.flatMap(({ record }) => record?.disturbances ?? [])
  const counts: Record<string, number> = {}
  for (const { what, again } of all) {
    const told = again ? `${what}, and was asked again` : what
    counts[told] = (counts[told] ?? 0) + 1
  }
  return all.length === 0 ? {} : { disturbances: counts }
}

function conclude(
  tests: readonly EndedTest[],
  rows: readonly VerdictRow[],
  { strict, shown }: { strict: boolean; shown: readonly VerdictDeviation[] },
): Verdict['conclusion'] {
  const failed = rows.filter(({ status, level }) => status === 'failed' && (strict || level === 'MUST'))
  const accepted = new Set(rows.filter(({ status }) => status === 'deviation').map(({ id }) => id))
  const isExcused = (test: EndedTest) => {
    const findings = bindingFindings(test, strict)
    return findings.length > 0 && findings.every(({ requirement }) => accepted.has(requirement))
  }
  const broken = tests.filter((test) => test.outcome === 'failed' && !isExcused(test))
  const gone = shown.filter(({ status }) => status === 'gone')
  if (failed.length + broken.length + gone.length > 0) return 'findings'
  const isObserved = ({ status }: VerdictRow) => status !== 'not-observed' && status !== 'excluded'
  return rows.some(isObserved) ? 'conforms' : 'incomplete'
}
