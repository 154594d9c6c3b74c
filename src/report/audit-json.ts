import { deviationOf } from '../deviations/index.ts'
import { requirementOf } from '../requirements/index.ts'
import type { AuditedEntry } from './audit-entry.ts'
import type { AuditTally } from './audit-tally.ts'

/** How many findings of one exchange are listed. */
const mostFindings = 100

/** The parts of one JSON document that is written while the audit runs: head, entries, end. */
export const auditJsonHead = '{"version":1,"entries":['

/** One entry; all but the first follow a comma. */
export function entryToJson(entry: AuditedEntry, isFirst: boolean): string {
  return `${isFirst ? '\n' : ',\n'}${JSON.stringify(entry.outcome === 'judged' ? listed(entry) : entry)}`
}

function listed({ findings, ...entry }: Extract<AuditedEntry, { outcome: 'judged' }>): object {
  const rest = findings.length - mostFindings
  return {
    ...entry,
    findings: findings.slice(0, mostFindings).map((finding) => ({
      ...finding,
      level: requirementOf(finding.requirement).level,
    })),
    ...(rest > 0 ? { moreFindings: rest } : {}),
  }
}

/** The end of the document: the figures, and the deviations with their evidence. */
export function auditJsonEnd(tally: AuditTally, exitCode: number): string {
  const { judged, clean, deviating, withFindings, unreadable, checks, findings, binding } = tally
  const gone = new Set(tally.gone.map(({ id }) => id))
  const summary = {
    exitCode,
    judged,
    clean,
    deviating,
    withFindings,
    unreadable,
    setAside: Object.fromEntries(tally.setAside),
    checks,
    findings,
    binding,
    deviations: tally.deviations.map((count) => {
      const { what, evidence, since } = deviationOf(count.id)
      return { ...count, gone: gone.has(count.id), what, evidence, since }
    }),
  }
  return `\n],"summary":${JSON.stringify(summary, null, 2)}}\n`
}
