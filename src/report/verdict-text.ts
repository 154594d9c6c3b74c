import { requirementOf } from '../requirements/index.ts'
import type { CallFigures, Verdict, VerdictRow } from './verdict.ts'

/** How many reasons are told; the others are counted. */
const toldReasons = 3

/** The verdict in a few lines: the figures, every failed promise, and what was not seen. */
export function verdictToText(verdict: Verdict, verdictFile: string): string {
  return [
    '',
    heading(verdict),
    ...figures(verdict),
    ...failures(verdict),
    ...deviations(verdict),
    ...unseen(verdict),
    line('verdict', verdictFile),
  ].join('\n')
}

function heading({ conclusion, complete, totals }: Verdict): string {
  if (conclusion === 'incomplete')
    return `Incomplete: ${complete ? 'nothing was observed' : 'the run was cut off'}, so this is no verdict`
  if (conclusion === 'findings') return 'Findings'
  return totals.byStatus['not-observed'] === 0 ? 'Conforms' : 'Conforms in everything that was observed'
}

function figures({ target, markets, totals, durationMs, calls, disturbances = {} }: Verdict): string[] {
  const { byStatus, testsByOutcome } = totals
  return [
    line('target', `${target}, ${markets.length === 1 ? 'market' : 'markets'} ${markets.join(', ') || '-'}`),
    line(
      'requirements',
      `${byStatus.passed} proved, ${byStatus.failed} failed, ${byStatus['not-observed']} not observed, ${byStatus.excluded} excluded`,
    ),
    line(
      'tests',
      `${testsByOutcome.passed} passed, ${testsByOutcome.failed} failed, ${testsByOutcome.notObserved} not observed` +
        (totals.notRun > 0 ? `, ${totals.notRun} never started` : ''),
    ),
    line(
      'checks',
      `${totals.checks} of ${totals.exchanges} exchanges in ${(durationMs / 1000).toFixed(1)} s`,
    ),
    ...(calls === undefined ? [] : [line('calls', callsToText(calls))]),
    ...Object.entries(disturbances).map(([what, count]) => line('disturbed', `${count} × ${what}`)),
  ]
}

function callsToText({ made, refused, planned, beyond, provoked }: CallFigures): string {
  const parts = [
    ...(planned === undefined ? [] : [`${planned} planned`]),
    ...(beyond === undefined ? [] : [`${beyond} for parked tokens`]),
    ...(provoked === undefined ? [] : [`${provoked} to spend the cap on purpose`]),
  ]
  const others = provoked === undefined ? '' : ' of the others'
  return (
    `${made} made${parts.length === 0 ? '' : ` of ${parts.join(' and ')}`}, ` +
    `${refused === 0 ? 'none' : refused}${others} refused by the cap${refused === 0 ? '' : ' (429)'}`
  )
}

function failures({ requirements, strict }: Verdict): string[] {
  const failed = requirements.filter(({ status }) => status === 'failed')
  const binding = failed.filter(({ level }) => strict || level === 'MUST')
  const others = failed.filter((row) => !binding.includes(row))
  return [
    ...(binding.length > 0 ? ['', '  failed', ...binding.map(sentence)] : []),
    ...(others.length > 0 ? ['', '  worth a look', ...others.map(sentence)] : []),
    ...(failed.length > 0 ? [''] : []),
  ]
}

function sentence({ id, level, findings, moreFindings = 0 }: VerdictRow): string {
  const count = findings.reduce((total, finding) => total + finding.count, moreFindings)
  return `    ${level} ${id}: ${requirementOf(id).text} (${count}×)`
}

function deviations({ requirements, deviations: observed }: Verdict): string[] {
  return requirements
    .filter(({ status }) => status === 'deviation')
    .map(({ id, reason }) => line('deviation', `${id}: ${reason ?? ''}`))
    .concat(goneDeviations(observed))
}

/** A deviation that does not show any more must leave the list, or it rots. */
function goneDeviations(observed: Verdict['deviations']): string[] {
  return observed
    .filter(({ status }) => status === 'gone')
    .map(({ id, exchanges }) =>
      line('gone', `${id}: none of ${exchanges} exchanges showed this deviation; take it off src/deviations`),
    )
}

function unseen({ requirements }: Verdict): string[] {
  const rows = requirements.filter(({ status }) => status === 'not-observed')
  const partly = requirements.filter(({ status, reason }) => status === 'passed' && reason !== undefined)
  if (rows.length + partly.length === 0) return []
  const reasons = [...countReasons([...rows, ...partly])].sort(([, left], [, right]) => right - left)
  const rest = reasons.length - toldReasons
  return [
    line('not observed', `${rows.length} requirements${partlyUnseen(partly.length)}, because:`),
    ...reasons.slice(0, toldReasons).map(([reason, count]) => `    ${count} × ${shorten(reason)}`),
    ...(rest > 0 ? [`    and ${rest} other ${rest === 1 ? 'reason' : 'reasons'}`] : []),
  ]
}

function partlyUnseen(count: number): string {
  return count === 0 ? '' : `, and ${count} by some of their tests`
}

function countReasons(rows: readonly VerdictRow[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { reason = '' } of rows) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return counts
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}

function line(name: string, text: string): string {
  return `  ${name.padEnd(13)}${text}`
}
