import type { VerdictRow } from '../report/verdict.ts'
import type { ReadinessReport } from './page.ts'
import { figuresByArea, findingToSentence, howToObserve, sentenceOf } from './text.ts'

const shown = 20

/** Writes the same as a comment for a pull request. */
export function readinessMarkdown({ verdict, readiness, trend }: ReadinessReport): string {
  const { decision, reasons, deciding, failures, deviations, notObserved } = readiness
  return [
    `## Citi conformance: ${decision}`,
    '',
    ...reasons.map((reason) => `- ${reason}`),
    '',
    `Target ${code(verdict.target)}, markets ${verdict.markets.join(', ')}, run of ${verdict.startedAt.slice(0, 16)}Z: ${verdict.totals.tests} tests, ${verdict.totals.exchanges} exchanges, ${verdict.totals.checks} checks.`,
    '',
    '| area | kept | broken | not observed |',
    '| --- | ---: | ---: | ---: |',
    ...figuresByArea(deciding).map(
      ({ area, kept, broken, notObserved: unseen }) => `| ${area} | ${kept} | ${broken} | ${unseen} |`,
    ),
    ...list('Broken', failures, (row) => [
      `- **${escape(sentenceOf(row))}** (${code(row.id)}${since(trend.failingSince[row.id])})`,
      ...row.findings.slice(0, 3).map((finding) => `  - ${escape(findingToSentence(finding))}`),
    ]),
    ...list('Known deviations', deviations, ({ row, accepted }) => [
      `- ${code(row.id)}: ${escape(accepted.reason)} (${escape(accepted.owner)}, until ${accepted.until})`,
    ]),
    ...list('Not observed', notObserved, (row: VerdictRow) => [`- ${code(row.id)}: ${howToObserve(row)}`]),
    ...list('Passing again', trend.newlyPassing, (id) => [`- ${code(id)}`]),
    '',
  ].join('\n')
}

function list<Item>(title: string, items: readonly Item[], write: (item: Item) => string[]): string[] {
  if (items.length === 0) return []
  const more = items.length > shown ? [`- and ${items.length - shown} more`] : []
  return ['', `### ${title}`, '', ...items.slice(0, shown).flatMap(write), ...more]
}

function since(day: string | undefined): string {
  return day === undefined ? '' : `, since ${day.slice(0, 10)}`
}

function code(text: string): string {
  return `\`${text.replaceAll('`', '')}\``
}

/** What a target answers may hold anything, markup and mentions included. */
function escape(text: string): string {
  return text.replaceAll(/[<>*_[\]|@#`\\]/g, (sign) => `\\${sign}`)
}
