import { type RequirementId, requirementIds, requirementOf } from '../requirements/index.ts'
import type { EndedTest } from './record.ts'

/** A defect as the proof needs it. */
export interface DefectRow {
  readonly id: string
  readonly breaks: RequirementId
  /** The other requirement that must be reported, where two defects are on at once. */
  readonly breaksToo?: RequirementId
  readonly alsoBreaks?: readonly RequirementId[]
}

/** What the suite reported under one defect. */
export interface DefectResult {
  readonly defect: string
  readonly breaks: RequirementId
  readonly breaksToo?: RequirementId
  readonly killed: boolean
  /** Requirements that were reported although the defect does not name them. */
  readonly falseAlarms: readonly RequirementId[]
  /** Of a pair: what the suite could not observe, and did not call kept, because the other defect stood in the way. */
  readonly hidden?: readonly RequirementId[]
  /** Requirements that the defect names as broken too, and that were not reported. */
  readonly unexplained: readonly RequirementId[]
  readonly reported: readonly RequirementId[]
  readonly tests: number
}

/** The kill matrix: defect by requirement. */
export interface Proof {
  readonly defects: number
  readonly killed: number
  readonly survivors: readonly string[]
  readonly falseAlarms: number
  /** Requirements that no defect breaks, excluded ones apart. */
  readonly unproved: readonly RequirementId[]
  readonly results: readonly DefectResult[]
}

/** Builds the kill matrix from the tests that ran under each defect. */
export function buildProof(
  defects: readonly DefectRow[],
  testsOf: ReadonlyMap<string, readonly EndedTest[]>,
): Proof {
  const results = defects.map((defect) => judgeDefect(defect, testsOf.get(defect.id) ?? []))
  const broken = new Set(defects.map(({ breaks }) => breaks))
  return {
    defects: results.length,
    killed: results.filter(({ killed }) => killed).length,
    survivors: results.filter(({ killed }) => !killed).map(({ defect }) => defect),
    falseAlarms: results.reduce((sum, { falseAlarms }) => sum + falseAlarms.length, 0),
    unproved: requirementIds.filter((id) => requirementOf(id).excluded === undefined && !broken.has(id)),
    results,
  }
}

/** Tells whether a proof stands: no survivor, no false alarm, nothing unproved. */
export function holds(proof: Proof): boolean {
  return (
    proof.survivors.length === 0 &&
    proof.falseAlarms === 0 &&
    proof.unproved.length === 0 &&
    proof.defects > 0
  )
}

function judgeDefect(defect: DefectRow, tests: readonly EndedTest[]): DefectResult {
  const reported = [...new Set(tests.flatMap(reportedBy))].sort()
  const { breaksToo } = defect
  const wanted = [defect.breaks, ...(breaksToo === undefined ? [] : [breaksToo])]
  const named = [...wanted, ...(defect.alsoBreaks ?? [])]
  const silent = wanted.filter((id) => !reported.includes(id))
  const hidden = breaksToo === undefined ? [] : silent.filter((id) => isUnobserved(id, tests))
  const missed = silent.filter((id) => !hidden.includes(id) || silent.length === wanted.length)
  return {
    defect: defect.id,
    breaks: defect.breaks,
    ...(breaksToo === undefined ? {} : { breaksToo, hidden }),
    killed: missed.length === 0,
    falseAlarms: reported.filter((id) => !named.includes(id)),
    unexplained: (defect.alsoBreaks ?? []).filter((id) => !reported.includes(id)),
    reported,
    tests: tests.length,
  }
}

/** Tells whether a requirement has tests, and none of them passed: the suite did not say that it is kept. */
function isUnobserved(id: RequirementId, tests: readonly EndedTest[]): boolean {
  const own = tests.filter(({ record }) => record?.requirement === id)
  return own.length > 0 && own.every(({ outcome }) => outcome !== 'passed')
}

/** The requirements that a test reported; a test that failed without a finding reports its own. */
function reportedBy({ record, outcome }: EndedTest): RequirementId[] {
  if (record === undefined) return []
  const found = record.findings.map(({ requirement }) => requirement)
  if (found.length === 0 && outcome === 'failed' && record.requirement !== undefined)
    return [record.requirement]
  return found
}

/** The proof in a few lines: the totals, then everything that does not stand. */
export function proofToText(proof: Proof): string {
  const lines = [
    `${proof.defects} defects, ${proof.killed} killed, ${proof.survivors.length} survived, ${proof.falseAlarms} false alarms`,
  ]
  for (const {
    defect,
    breaks,
    breaksToo,
    killed,
    falseAlarms,
    hidden = [],
    reported,
    tests,
  } of proof.results) {
    if (!killed)
      lines.push(
        `  survived: ${defect} should break ${[breaks, breaksToo ?? []].flat().join(' and ')}; ${tests} tests ran and reported ${reported.join(', ') || 'nothing'}`,
      )
    if (hidden.length > 0)
      lines.push(`  hidden: in ${defect} the other defect stands before ${hidden.join(', ')}`)
    if (falseAlarms.length > 0)
      lines.push(`  false alarm: ${defect} (${breaks}) also gave ${falseAlarms.join(', ')}`)
  }
  if (proof.unproved.length > 0) lines.push(`  no defect breaks: ${proof.unproved.join(', ')}`)
  return lines.join('\n')
}
