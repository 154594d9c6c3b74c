import { SettingsError } from '../errors.ts'
import { requirementIds } from '../requirements/index.ts'
import type { Level } from '../requirements/types.ts'
import { mergeDeviations } from './verdict-deviations.ts'
import { countStatuses, sum, type Totals } from './totals.ts'
import type { RowStatus, Verdict, VerdictFinding, VerdictRow } from './verdict.ts'

/** What several parts of a run make of a requirement, the gravest first. */
const gravity: readonly RowStatus[] = ['failed', 'deviation', 'passed', 'excluded', 'not-observed']

/** Merges the verdicts of the parts of one run; SettingsError when they are not of one target and contract. */
export function mergeVerdicts(parts: readonly [Verdict, ...Verdict[]]): Verdict {
  const [first] = parts
  for (const { target, specsHash } of parts)
    if (target !== first.target || specsHash !== first.specsHash)
      throw new SettingsError(
        'setting-invalid',
        `the parts are not of one run: ${first.target} with contract ${first.specsHash}, and ${target} with ${specsHash}`,
        { fix: 'run every part against the same target and the same documents' },
      )
  const requirements = requirementIds.map((id) =>
    mergeRows(parts.flatMap((part) => part.requirements.find((row) => row.id === id) ?? [])),
  )
  return {
    ...first,
    conclusion: concludeOf(parts),
    markets: [...new Set(parts.flatMap(({ markets }) => markets))],
    startedAt: parts.map(({ startedAt }) => startedAt).sort()[0] ?? first.startedAt,
    durationMs: Math.max(...parts.map(({ durationMs }) => durationMs)),
    complete: parts.every(({ complete }) => complete),
    totals: mergeTotals(parts, requirements),
    ...mergeCalls(parts),
    ...mergeDisturbances(parts),
    requirements,
    deviations: mergeDeviations(parts.map(({ deviations }) => deviations)),
  }
}

function concludeOf(parts: readonly Verdict[]): Verdict['conclusion'] {
  const has = (wanted: Verdict['conclusion']) => parts.some(({ conclusion }) => conclusion === wanted)
  return has('incomplete') ? 'incomplete' : has('findings') ? 'findings' : 'conforms'
}

function mergeDisturbances(parts: readonly Verdict[]): Pick<Verdict, 'disturbances'> {
  const counts: Record<string, number> = {}
  for (const [what, count] of parts.flatMap(({ disturbances = {} }) => Object.entries(disturbances)))
    counts[what] = (counts[what] ?? 0) + count
  return Object.keys(counts).length === 0 ? {} : { disturbances: counts }
}

/** The calls of all parts; planned only when every part had a plan. */
function mergeCalls(parts: readonly Verdict[]): Pick<Verdict, 'calls'> {
  const counted = parts.flatMap(({ calls }) => calls ?? [])
  if (counted.length === 0) return {}
  const planned = counted.flatMap(({ planned }) => planned ?? [])
  return {
    calls: {
      made: sum(counted.map(({ made }) => made)),
      refused: sum(counted.map(({ refused }) => refused)),
      ...(planned.length === counted.length ? { planned: sum(planned) } : {}),
      ...(counted.some(({ beyond }) => beyond !== undefined)
        ? { beyond: sum(counted.map(({ beyond = 0 }) => beyond)) }
        : {}),
      ...(counted.some(({ provoked }) => provoked !== undefined)
        ? { provoked: sum(counted.map(({ provoked = 0 }) => provoked)) }
        : {}),
    },
  }
}

function mergeRows(rows: readonly VerdictRow[]): VerdictRow {
  const [first] = rows
  const status = gravity.find((wanted) => rows.some((row) => row.status === wanted)) ?? 'not-observed'
  const reasons = rows.filter((row) => row.status === status).flatMap(({ reason }) => reason ?? [])
  const more = sum(rows.map(({ moreFindings = 0 }) => moreFindings))
  const { reason: _, moreFindings: __, ...kept } = first as VerdictRow
  return {
    ...kept,
    status,
    ...(reasons.length === 0 ? {} : { reason: [...new Set(reasons)].join('; ') }),
    tests: sum(rows.map(({ tests }) => tests)),
    notObserved: sum(rows.map(({ notObserved }) => notObserved)),
    exchanges: sum(rows.map(({ exchanges }) => exchanges)),
    findings: mergeFindings(rows.flatMap(({ findings }) => findings)),
    ...(more === 0 ? {} : { moreFindings: more }),
  }
}

function mergeFindings(findings: readonly VerdictFinding[]): VerdictFinding[] {
  const merged = new Map<string, VerdictFinding>()
  for (const finding of findings) {
    const { at, expected, actual, operation, market } = finding
    const key = JSON.stringify([at, expected, actual, operation, market])
    merged.set(key, { ...finding, count: finding.count + (merged.get(key)?.count ?? 0) })
  }
  return [...merged.values()]
}

function mergeTotals(parts: readonly Verdict[], rows: readonly VerdictRow[]): Totals {
  const all = parts.map(({ totals }) => totals)
  const atLevel = (level: Level) => countStatuses(rows.filter((row) => row.level === level))
  const outcomes = (key: 'testsByOutcome' | 'projectTests') => ({
    passed: sum(all.map((totals) => totals[key].passed)),
    failed: sum(all.map((totals) => totals[key].failed)),
    notObserved: sum(all.map((totals) => totals[key].notObserved)),
  })
  return {
    requirements: rows.length,
    byStatus: countStatuses(rows),
    byLevel: { MUST: atLevel('MUST'), SHOULD: atLevel('SHOULD'), MAY: atLevel('MAY') },
    tests: sum(all.map(({ tests }) => tests)),
    testsByOutcome: outcomes('testsByOutcome'),
    projectTests: outcomes('projectTests'),
    notRun: sum(all.map(({ notRun }) => notRun)),
    checks: sum(all.map(({ checks }) => checks)),
    exchanges: sum(all.map(({ exchanges }) => exchanges)),
    findings: sum(all.map(({ findings }) => findings)),
  }
}
