import { groupName, versionNames } from '../tls/raw/numbers.ts'
import type { SurveyFacts } from '../tls/survey/facts.ts'
import { acceptedVersions } from '../tls/survey/feature-probe.ts'
import type { SurveyRow } from '../tls/survey/judge-survey.ts'
import type { AcceptedSuite } from '../tls/survey/suite-probe.ts'
import { linkOf } from './sources.ts'

/** A survey with where and when it was made. */
export interface Survey {
  /** Host and port. */
  readonly place: string
  readonly now: Date
  readonly milliseconds: number
  readonly strict: boolean
  readonly facts: SurveyFacts
  readonly rows: readonly SurveyRow[]
}

/** What follows from a survey: 0 conforms, 1 findings, 2 a binding rule stayed unclear. */
export function exitCodeOf({ rows, strict }: Pick<Survey, 'rows' | 'strict'>): number {
  const binding = rows.filter(({ level }) => strict || level === 'MUST')
  if (binding.some(({ status }) => status === 'failed')) return 1
  return binding.some(({ status }) => status === 'unclear') ? 2 : 0
}

/** The survey for machines. */
export function surveyToJson(survey: Survey): string {
  const { place, now, milliseconds, facts, rows } = survey
  const document = {
    host: place,
    name: facts.name,
    at: now.toISOString(),
    milliseconds: Math.round(milliseconds),
    exitCode: exitCodeOf(survey),
    versions: acceptedVersions(facts.versions).map((id) => versionNames[id]),
    suites: facts.suites.accepted.map((accepted) => ({
      version: versionNames[accepted.version],
      suite: accepted.suite.name,
      ...describeKey(accepted),
    })),
    names: facts.features.name,
    asksForCertificate: 'seen' in facts.asksForCertificate ? facts.asksForCertificate.seen : null,
    rows: rows.map((row) => ({ ...row, source: linkOf(row.source) })),
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}

/** The key that a host proposed with a suite. */
export function describeKey({ keyExchange }: AcceptedSuite): { key?: string } {
  if (keyExchange === undefined) return {}
  return { key: keyExchange.kind === 'ec' ? groupName(keyExchange.group) : `${keyExchange.bits} bits` }
}
