import type { SurveyFacts } from './facts.ts'
import type { Observed } from './observed.ts'
import type { SurveyRuleId } from './rules.ts'

/** What a check says. `unclear` is a question whose answer proves nothing, `not observed` one that does not arise. */
export type Judgement =
  | { readonly status: 'passed' | 'failed'; readonly expected: string; readonly actual: string }
  | { readonly status: 'unclear' | 'not observed'; readonly reason: string }

/** One rule of a survey; it looks at facts and at the time that it is given, at nothing else. */
export interface SurveyCheck {
  readonly rule: SurveyRuleId
  readonly judge: (facts: SurveyFacts, now: Date) => Judgement
}

/** Expects a fact to read exactly so. */
export function expects(expected: string, actual: string): Judgement {
  return { status: actual === expected ? 'passed' : 'failed', expected, actual }
}

/** How many of a kind are written out before the rest is counted. */
const WRITTEN_OUT = 5

/** Expects nothing of a kind, and lists what there is. */
export function expectsNone(found: readonly string[]): Judgement {
  const more = found.length > WRITTEN_OUT ? [`and ${found.length - WRITTEN_OUT} more`] : []
  const actual = [...found.slice(0, WRITTEN_OUT), ...more].join(', ')
  return expects('none', actual === '' ? 'none' : actual)
}

/** Judges what was seen; what was not stays unclear or not observed. */
export function judgeSeen<T>(observed: Observed<T>, judge: (seen: T) => Judgement): Judgement {
  if ('seen' in observed) return judge(observed.seen)
  if ('unclear' in observed) return { status: 'unclear', reason: observed.unclear }
  return { status: 'not observed', reason: observed.notAsked }
}
