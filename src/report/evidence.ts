import { type RequirementId, requirementOf } from '../requirements/index.ts'
import type { EndedTest, RecordedFinding } from './record.ts'

/** A finding with the market in which it arose. */
export interface MarketFinding extends RecordedFinding {
  readonly market: string
}

/** Everything that the tests of a run say about one requirement. */
export interface RequirementEvidence {
  readonly findings: MarketFinding[]
  /** Why its tests could not see it, one entry per test. */
  readonly reasons: string[]
  /** How many of its tests ran to their end. */
  tests: number
  /** How many exchanges gave evidence for it. */
  exchanges: number
}

/** Sorts what every test says by requirement; a requirement that nobody mentions has no entry. */
export function collectEvidence(
  tests: readonly EndedTest[],
  strict: boolean,
): Map<RequirementId, RequirementEvidence> {
  const byId = new Map<RequirementId, RequirementEvidence>()
  const entry = (id: RequirementId): RequirementEvidence => {
    const known = byId.get(id) ?? { findings: [], reasons: [], tests: 0, exchanges: 0 }
    byId.set(id, known)
    return known
  }
  for (const test of tests) addTest(test, entry, strict)
  return byId
}

function addTest(test: EndedTest, entry: (id: RequirementId) => RequirementEvidence, strict: boolean): void {
  const { record } = test
  if (record === undefined) return
  for (const [id, count] of Object.entries(record.judged)) entry(id as RequirementId).exchanges += count
  for (const finding of findingsOf(test, strict))
    entry(finding.requirement).findings.push({ ...finding, market: record.market })
  if (record.requirement === undefined) return
  const reason = reasonOf(test)
  if (reason === undefined) entry(record.requirement).tests += 1
  else for (const id of [record.requirement, ...(record.wouldJudge ?? [])]) entry(id).reasons.push(reason)
}

function reasonOf({ outcome, record }: EndedTest): string | undefined {
  if (outcome === 'skipped') return record?.notObserved ?? 'its test was skipped without a reason'
  return outcome === 'interrupted' ? 'the run was interrupted' : undefined
}

/** The findings of a test; a test that failed for another reason breaks its own requirement. */
function findingsOf(test: EndedTest, strict: boolean): readonly RecordedFinding[] {
  const { record } = test
  const findings = record?.findings ?? []
  if (test.outcome !== 'failed' || record?.requirement === undefined) return findings
  const binding = findings.filter((finding) => isBinding(finding, strict))
  if (binding.some(({ requirement }) => isAbout(test, requirement))) return findings
  return [...findings, failureOf(test, record.requirement)]
}

/** Tells whether the error of a test is the text of a finding of that requirement. */
function isAbout({ error }: EndedTest, requirement: RequirementId): boolean {
  return error?.includes(`${requirement} (`) ?? true
}

function failureOf({ title, error }: EndedTest, requirement: RequirementId): RecordedFinding {
  const actual = error ?? 'the test failed without a word'
  return { requirement, at: 'test', expected: title, actual, operation: '-' }
}

/** The findings that fail a test. */
export function bindingFindings(test: EndedTest, strict: boolean): RecordedFinding[] {
  return findingsOf(test, strict).filter((finding) => isBinding(finding, strict))
}

/** Tells whether a finding fails a run: a MUST always, the others in a strict run, a known deviation never. */
function isBinding({ requirement, deviation }: RecordedFinding, strict: boolean): boolean {
  return deviation === undefined && (strict || requirementOf(requirement).level === 'MUST')
}
