import { deviationOf } from '../deviations/index.ts'
import { type RequirementId, requirementOf } from '../requirements/index.ts'
import type { MarketFinding, RequirementEvidence } from './evidence.ts'
import type { KnownDeviation, RowStatus, VerdictFinding, VerdictRow } from './verdict.ts'

/** How many different findings a row lists. */
const listed = 20

const nobody = 'no test of this run judged it'

/** Builds the row of a requirement from the evidence for it. */
export function buildRow(
  id: RequirementId,
  evidence: RequirementEvidence | undefined,
  accepted: readonly KnownDeviation[],
): VerdictRow {
  const requirement = requirementOf(id)
  const { findings = [], reasons = [], tests = 0, exchanges = 0 } = evidence ?? {}
  const merged = mergeFindings(findings)
  const state = judge(id, evidence, accepted)
  return {
    id,
    level: requirement.level,
    evidence: requirement.evidence,
    ...state,
    tests,
    notObserved: reasons.length,
    exchanges,
    findings: merged.slice(0, listed),
    ...(merged.length > listed ? { moreFindings: merged.length - listed } : {}),
  }
}

function judge(
  id: RequirementId,
  evidence: RequirementEvidence | undefined,
  accepted: readonly KnownDeviation[],
): { status: RowStatus; reason?: string } {
  const { excluded } = requirementOf(id)
  const known = accepted.find(({ requirement }) => requirement === id)
  if (evidence !== undefined && evidence.findings.length > 0) {
    const observed = explanationOf(evidence.findings) ?? known?.reason
    return observed === undefined ? { status: 'failed' } : { status: 'deviation', reason: observed }
  }
  if (excluded !== undefined) return { status: 'excluded', reason: excluded }
  if (evidence === undefined) return { status: 'not-observed', reason: nobody }
  const reason = [...new Set(evidence.reasons)].join('; ')
  if (evidence.tests + evidence.exchanges > 0) return { status: 'passed', ...(reason && { reason }) }
  return { status: 'not-observed', reason: reason || nobody }
}

/** Says which observed deviations explain all findings of a row; undefined when something is left. */
function explanationOf(findings: readonly MarketFinding[]): string | undefined {
  const ids = findings.map(({ deviation }) => deviation)
  if (ids.includes(undefined)) return undefined
  return [...new Set(ids)].map((id) => (id === undefined ? '' : `${id}: ${deviationOf(id).what}`)).join(' ')
}

/** Merges findings that say the same of the same operation in the same market. */
function mergeFindings(findings: readonly MarketFinding[]): VerdictFinding[] {
  const merged = new Map<string, VerdictFinding>()
  for (const { at, expected, actual, operation, market, repeat, deviation } of findings) {
    const key = JSON.stringify([at, expected, actual, operation, market])
    const count = (merged.get(key)?.count ?? 0) + 1
    const first = merged.get(key) ?? {
      at,
      expected,
      actual,
      operation,
      ...(repeat && { repeat }),
      ...(deviation && { deviation }),
      market,
    }
    merged.set(key, { ...first, count })
  }
  return [...merged.values()]
}
