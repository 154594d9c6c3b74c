import { versionNames } from '../tls/raw/numbers.ts'
import { acceptedVersions } from '../tls/survey/feature-probe.ts'
import type { SurveyRow } from '../tls/survey/judge-survey.ts'
import { withoutCapital } from './finding-text.ts'
import { linkOf } from './sources.ts'
import { describeKey, exitCodeOf, type Survey } from './survey-report.ts'

const answers: Readonly<Record<number, string>> = {
  0: 'conforms',
  1: 'findings',
  2: 'unclear: a binding rule could not be judged',
}

/** The survey for people: what the host speaks, then what is wrong with it, and what was not seen. */
export function surveyToText(survey: Survey): string {
  const { place, now, milliseconds, rows } = survey
  const failed = rows.filter(({ status }) => status === 'failed')
  return [
    `TLS survey of ${place} as of ${now.toISOString()}, ${(milliseconds / 1000).toFixed(1)} s`,
    '',
    ...speaks(survey),
    ...section('Findings', failed.filter(isBinding(survey)).map(toBlock)),
    ...section('Worth a look', failed.filter((row) => !isBinding(survey)(row)).map(toBlock)),
    ...section('Unclear', rows.filter(({ status }) => status === 'unclear').map(toLine)),
    ...section('Not observed', rows.filter(({ status }) => status === 'not observed').map(toLine)),
    '',
    `${answers[exitCodeOf(survey)] ?? ''}: ${countByStatus(rows)}`,
  ].join('\n')
}

function isBinding({ strict }: Survey) {
  return ({ level }: SurveyRow) => strict || level === 'MUST'
}

function speaks({ facts }: Survey): string[] {
  return acceptedVersions(facts.versions)
    .reverse()
    .flatMap((id) => [
      versionNames[id],
      ...facts.suites.accepted
        .filter(({ version }) => version === id)
        .map((accepted) => {
          const { key } = describeKey(accepted)
          return `  ${accepted.suite.name}${key === undefined ? '' : ` (${key})`}`
        }),
    ])
}

function section(title: string, blocks: readonly string[]): string[] {
  return blocks.length === 0 ? [] : ['', title, '', ...blocks]
}

function toBlock(row: SurveyRow): string {
  const { rule, level, text, source } = row
  const said = 'expected' in row ? [`  expected  ${row.expected}`, `  actual    ${row.actual}`] : []
  return [`${rule} (${level}): ${withoutCapital(text)}`, ...said, `  source    ${linkOf(source)}`].join('\n')
}

function toLine(row: SurveyRow): string {
  return `  ${row.rule}: ${'reason' in row ? row.reason : ''}`
}

function countByStatus(rows: readonly SurveyRow[]): string {
  const statuses = ['passed', 'failed', 'unclear', 'not observed'] as const
  return statuses
    .map((status) => `${rows.filter((row) => row.status === status).length} ${status}`)
    .join(', ')
}
