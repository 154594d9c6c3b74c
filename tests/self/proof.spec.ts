import { expect, test } from '@playwright/test'
import { defects } from '../../src/mock/defects/index.ts'
import { defectNamed, drawPairs, partsOf } from '../../src/mock/defects/pairs.ts'
import { buildProof, type DefectRow, holds, proofToText } from '../../src/report/proof.ts'
import type { EndedTest } from '../../src/report/record.ts'
import type { RequirementId } from '../../src/requirements/index.ts'

const first: RequirementId = 'token.response.no-store'
const second: RequirementId = 'refresh.flow.new-pair'
const third: RequirementId = 'error.shape'

function ended(requirement: RequirementId, outcome: EndedTest['outcome'], found: RequirementId[]): EndedTest {
  const findings = found.map((id) => ({
    requirement: id,
    at: '/',
    expected: 'this',
    actual: 'that',
    operation: 'listAccounts',
  }))
  const record = { market: 'sg', requirement, judged: {}, findings, exchanges: 1 } as const
  return { title: 'a fact', file: 'tests/x.spec.ts', outcome, record }
}

function proofOf(defect: DefectRow, ...tests: EndedTest[]) {
  return buildProof([defect], new Map([[defect.id, tests]]))
}

test('a defect whose requirement is reported is killed', () => {
  const proof = proofOf({ id: 'slip', breaks: first }, ended(first, 'failed', [first]))
  expect(proof).toMatchObject({ defects: 1, killed: 1, survivors: [], falseAlarms: 0 })
})

test('a test that fails without a finding reports its own requirement', () => {
  expect(proofOf({ id: 'slip', breaks: second }, ended(second, 'failed', [])).killed).toBe(1)
})

test('a defect that nothing reports survives and is named with what ran', () => {
  const proof = proofOf({ id: 'slip', breaks: first }, ended(first, 'passed', []))
  expect(holds(proof)).toBe(false)
  expect(proofToText(proof)).toContain(`survived: slip should break ${first}; 1 tests ran`)
})

test('what a defect does not name is a false alarm, what it names besides is not', () => {
  const tests = [ended(first, 'failed', [first, second, third])]
  const proof = proofOf({ id: 'slip', breaks: first, alsoBreaks: [second] }, ...tests)
  expect(proof.results[0]?.falseAlarms).toEqual([third])
  expect(proofToText(proof)).toContain(`false alarm: slip (${first}) also gave ${third}`)
})

test.describe('a pair of defects', () => {
  const pair = { id: 'one+other', breaks: first, breaksToo: second }

  test('is killed when both are reported', () => {
    const tests = [ended(first, 'failed', [first]), ended(second, 'failed', [second])]
    expect(proofOf(pair, ...tests).results[0]).toMatchObject({ killed: true, hidden: [] })
  })

  test('survives when the test of one of them passes', () => {
    const tests = [ended(first, 'failed', [first]), ended(second, 'passed', [])]
    expect(proofOf(pair, ...tests).results[0]).toMatchObject({ killed: false })
  })

  test('tells what one of them hides, where the suite did not call it kept', () => {
    const tests = [ended(first, 'failed', [first]), ended(second, 'skipped', [])]
    const proof = proofOf(pair, ...tests)
    expect(proof.results[0]).toMatchObject({ killed: true, hidden: [second] })
    expect(proofToText(proof)).toContain(`hidden: in one+other the other defect stands before ${second}`)
  })

  test('survives when neither is reported', () => {
    const tests = [ended(first, 'skipped', []), ended(second, 'skipped', [])]
    expect(proofOf(pair, ...tests).results[0]).toMatchObject({ killed: false })
  })
})

test('equal seeds draw equal pairs, of known defects in different areas', () => {
  const pairs = drawPairs(200, 'a')
  expect(drawPairs(200, 'a')).toEqual(pairs)
  expect(drawPairs(200, 'b')).not.toEqual(pairs)
  const known = new Set(defects.map(({ id }) => id))
  expect(pairs.flatMap(partsOf).filter((id) => !known.has(id))).toEqual([])
  const alike = pairs.filter((name) => {
    const { breaks, breaksToo } = defectNamed(name)!
    return breaks.split('.')[0] === breaksToo?.split('.')[0]
  })
  expect(alike).toEqual([])
})
