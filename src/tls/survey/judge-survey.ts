import type { Level } from '../../requirements/types.ts'
import type { Judgement, SurveyCheck } from './check.ts'
import { applicationChecks } from './checks/application.ts'
import { certificateChecks } from './checks/certificate.ts'
import { protocolChecks } from './checks/protocol.ts'
import { suiteChecks } from './checks/suites.ts'
import { versionChecks } from './checks/versions.ts'
import type { SurveyFacts } from './facts.ts'
import { type SurveyRuleId, surveyRules } from './rules.ts'

/** A rule with what a survey says of it. */
export type SurveyRow = Judgement & {
  readonly rule: SurveyRuleId
  readonly level: Level
  readonly text: string
  readonly source: string
}

/** Every check of a survey, in the order of the page. */
export const surveyChecks: readonly SurveyCheck[] = [
  ...versionChecks,
  ...suiteChecks,
  ...protocolChecks,
  ...certificateChecks,
  ...applicationChecks,
]

/** Judges the facts of a host by every rule, as of `now`. */
export function judgeSurvey(facts: SurveyFacts, now: Date): SurveyRow[] {
  return surveyChecks.map(({ rule, judge }) => {
    const { level, text, source } = surveyRules[rule]
    return { rule, level, text, source, ...judge(facts, now) }
  })
}
