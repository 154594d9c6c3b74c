import { areaOf } from '../requirements/index.ts'
import type { Verdict, VerdictRow } from '../report/verdict.ts'
import { escapeText } from '../report/html.ts'
import { findingToSentence, sentenceOf } from './text.ts'

/** Writes the verdict as JUnit XML: a suite per area, a case per requirement. */
export function readinessJunit({ requirements }: Verdict): string {
  const areas = [...new Set(requirements.map(({ id }) => areaOf(id)))]
  const suites = areas.map((area) =>
    suiteToXml(
      area,
      requirements.filter(({ id }) => areaOf(id) === area),
    ),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="Citi conformance"${countsOf(requirements)}>\n${suites.join('')}</testsuites>\n`
}

function suiteToXml(area: string, rows: readonly VerdictRow[]): string {
  const cases = rows.map((row) => caseToXml(area, row))
  return `  <testsuite name="${escapeText(area)}"${countsOf(rows)}>\n${cases.join('')}  </testsuite>\n`
}

function countsOf(rows: readonly VerdictRow[]): string {
  const failures = rows.filter(({ status }) => status === 'failed').length
  const skipped = rows.filter(isUnseen).length
  return ` tests="${rows.length}" failures="${failures}" skipped="${skipped}" errors="0"`
}

function isUnseen({ status }: VerdictRow): boolean {
  return status === 'not-observed' || status === 'excluded'
}

function caseToXml(area: string, row: VerdictRow): string {
  const open = `    <testcase classname="${escapeText(area)}" name="${escapeText(`${row.id}: ${sentenceOf(row)}`)}"`
  if (row.status === 'failed') {
    const text = row.findings.map(findingToSentence).join('\n')
    return `${open}>\n      <failure type="${row.level}" message="${escapeText(sentenceOf(row))}">${textToXml(text)}</failure>\n    </testcase>\n`
  }
  if (isUnseen(row))
    return `${open}>\n      <skipped message="${textToXml(row.reason ?? row.status)}"/>\n    </testcase>\n`
  return `${open}/>\n`
}

/** XML cannot hold most control characters, not even escaped. @see https://www.w3.org/TR/xml/#charsets */
function textToXml(text: string): string {
  return escapeText(text.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd'))
}
