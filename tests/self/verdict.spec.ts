import { expect, test } from '@playwright/test'
import type { EndedTest, RecordedFinding, TestRecord } from '../../src/report/record.ts'
import { verdictToText } from '../../src/report/verdict-text.ts'
import { buildVerdict, type RunFacts, type VerdictRow } from '../../src/report/verdict.ts'
import { type RequirementId, requirementIds, requirementOf } from '../../src/requirements/index.ts'

const must: RequirementId = 'token.response.no-store'
const otherMust: RequirementId = 'refresh.flow.new-pair'
const should: RequirementId = 'refresh.rotation-replaces'
const excluded = requirementIds.find((id) => requirementOf(id).excluded !== undefined)!

const run: RunFacts = {
  target: 'embedded sandbox',
  markets: ['sg'],
  startedAt: '2026-03-02T09:00:00.000Z',
  durationMs: 1234,
  versions: { suite: '0.1.0' },
  complete: true,
  strict: false,
  specsHash: 'abc',
}

function finding(requirement: RequirementId, change: Partial<RecordedFinding> = {}): RecordedFinding {
  return {
    requirement,
    at: 'header Cache-Control',
    expected: 'no-store',
    actual: 'no header',
    operation: 'issueClientCredentialsToken',
    repeat: "curl -X POST 'https://bank.example/token'",
    ...change,
  }
}

function ended(
  outcome: EndedTest['outcome'],
  record: Partial<TestRecord> | undefined,
  error?: string,
): EndedTest {
  return {
    title: 'token request › the fact',
    file: 'tests/token-flows/x.spec.ts',
    outcome,
    ...(error === undefined ? {} : { error }),
    record: record && { market: 'sg', judged: {}, findings: [], exchanges: 1, ...record },
  }
}

function rowOf(id: RequirementId, tests: EndedTest[], change: Partial<RunFacts> = {}): VerdictRow {
  return buildVerdict(tests, { ...run, ...change }).requirements.find((row) => row.id === id)!
}

const headline = `Error: ${must} (MUST): a token response is never kept by a cache.`

test.describe('the row of a requirement', () => {
  test('is passed when a test that proves it passed', () => {
    expect(rowOf(must, [ended('passed', { requirement: must })])).toEqual({
      id: must,
      level: 'MUST',
      evidence: 'standard',
      status: 'passed',
      tests: 1,
      notObserved: 0,
      exchanges: 0,
      findings: [],
    })
  })

  test('is passed when a check judged an exchange of any test', () => {
    const row = rowOf(must, [ended('passed', { requirement: otherMust, judged: { [must]: 3 } })])
    expect(row).toMatchObject({ status: 'passed', tests: 0, exchanges: 3 })
  })

  test('is failed by a finding, although every test passed', () => {
    const row = rowOf(should, [
      ended('passed', { requirement: should, judged: { [should]: 1 }, findings: [finding(should)] }),
    ])
    expect(row.status).toBe('failed')
    expect(row.findings).toEqual([
      {
        at: 'header Cache-Control',
        expected: 'no-store',
        actual: 'no header',
        operation: 'issueClientCredentialsToken',
        repeat: "curl -X POST 'https://bank.example/token'",
        market: 'sg',
        count: 1,
      },
    ])
  })

  test('is failed by its test when that failed without a finding', () => {
    const row = rowOf(must, [ended('failed', { requirement: must }, 'TypeError: boo')])
    expect(row.findings).toMatchObject([
      {
        at: 'test',
        expected: 'token request › the fact',
        actual: 'TypeError: boo',
        operation: '-',
        count: 1,
      },
    ])
  })

  test('is failed by its test when only a finding that binds nobody was there', () => {
    const record = { requirement: must, findings: [finding(should)] }
    expect(rowOf(must, [ended('failed', record, 'TransportError: cut')]).status).toBe('failed')
  })

  test('is passed when its test failed by a finding of another requirement alone', () => {
    const tests = [ended('failed', { requirement: otherMust, findings: [finding(must)] }, headline)]
    expect(rowOf(otherMust, tests).status).toBe('passed')
    expect(rowOf(must, tests).status).toBe('failed')
  })

  test('is not observed with the reasons of its tests', () => {
    const row = rowOf(must, [
      ended('skipped', { requirement: must, notObserved: 'no control plane' }),
      ended('skipped', { requirement: must, notObserved: 'no control plane' }),
      ended('skipped', { requirement: must }),
      ended('interrupted', { requirement: must }),
    ])
    expect(row).toMatchObject({
      status: 'not-observed',
      reason: 'no control plane; its test was skipped without a reason; the run was interrupted',
      notObserved: 4,
      tests: 0,
    })
  })

  test('keeps the reason of the tests that could not see it when another one passed', () => {
    const row = rowOf(must, [
      ended('passed', { requirement: must }),
      ended('skipped', { requirement: must, notObserved: 'no browser' }),
    ])
    expect(row).toMatchObject({ status: 'passed', reason: 'no browser', notObserved: 1 })
  })

  test('is not observed when nobody judged it', () => {
    expect(rowOf(must, [])).toMatchObject({
      status: 'not-observed',
      reason: 'no test of this run judged it',
    })
  })

  test('is excluded with the reason of the registry', () => {
    expect(rowOf(excluded, [])).toMatchObject({
      status: 'excluded',
      reason: requirementOf(excluded).excluded,
    })
  })

  test('is a deviation while the deviation is accepted, and failed from the day after', () => {
    const tests = [ended('failed', { requirement: must, findings: [finding(must)] }, headline)]
    const accepted = (until: string) => ({
      deviations: [{ requirement: must, reason: 'seen since 2019', until }],
    })
    expect(rowOf(must, tests, accepted('2026-03-02'))).toMatchObject({
      status: 'deviation',
      reason: 'seen since 2019',
    })
    expect(rowOf(must, tests, accepted('2026-03-01')).status).toBe('failed')
    expect(buildVerdict(tests, { ...run, ...accepted('2026-03-02') }).conclusion).toBe('conforms')
  })

  test('merges equal findings and keeps those of different markets apart', () => {
    const record = { requirement: must, findings: [finding(must), finding(must)] }
    const row = rowOf(must, [
      ended('failed', record, headline),
      ended('failed', { ...record, market: 'us' }, headline),
    ])
    expect(row.findings.map(({ market, count }) => [market, count])).toEqual([
      ['sg', 2],
      ['us', 2],
    ])
  })

  test('lists 20 different findings and counts the others', () => {
    const findings = Array.from({ length: 25 }, (_, index) => finding(must, { at: `/items/${index}` }))
    const row = rowOf(must, [ended('failed', { requirement: must, findings }, headline)])
    expect(row.findings).toHaveLength(20)
    expect(row.moreFindings).toBe(5)
  })
})

test.describe('the conclusion', () => {
  const conclude = (tests: EndedTest[], change: Partial<RunFacts> = {}) =>
    buildVerdict(tests, { ...run, ...change }).conclusion

  test('is conforms without a finding', () => {
    expect(conclude([ended('passed', { requirement: must })])).toBe('conforms')
  })

  test('is findings when a MUST failed', () => {
    expect(conclude([ended('passed', { requirement: otherMust, findings: [finding(must)] })])).toBe(
      'findings',
    )
  })

  test('is findings for a SHOULD in a strict run only', () => {
    const tests = [ended('passed', { requirement: should, findings: [finding(should)] })]
    expect(conclude(tests)).toBe('conforms')
    expect(conclude(tests, { strict: true })).toBe('findings')
  })

  test('is findings when a test of the project itself failed', () => {
    expect(conclude([ended('failed', undefined, 'Error: boo')])).toBe('findings')
  })

  test('is incomplete when nothing at all was observed', () => {
    const tests = [ended('skipped', { requirement: must, notObserved: 'no browser', exchanges: 0 })]
    expect(verdictToText(buildVerdict(tests, run), 'v.json')).toContain('Incomplete: nothing was observed,')
  })

  test('is incomplete when the run was cut off, whatever was found', () => {
    const tests = [ended('failed', { requirement: must, findings: [finding(must)] }, headline)]
    expect(conclude(tests, { complete: false })).toBe('incomplete')
  })
})

test('the totals count rows, tests, checks and exchanges, and the tests of the project apart', () => {
  const { totals } = buildVerdict(
    [
      ended('passed', { requirement: must, judged: { [must]: 2, [should]: 2 }, exchanges: 2 }),
      ended('failed', { requirement: otherMust, findings: [finding(must), finding(must)] }, headline),
      ended('skipped', { requirement: 'expiry.code.120s', notObserved: 'no clock', exchanges: 0 }),
      ended('passed', undefined),
    ],
    { ...run, notRun: 4 },
  )
  expect(totals).toMatchObject({
    requirements: requirementIds.length,
    tests: 3,
    testsByOutcome: { passed: 1, failed: 1, notObserved: 1 },
    projectTests: { passed: 1, failed: 0, notObserved: 0 },
    notRun: 4,
    checks: 4,
    exchanges: 3,
    findings: 2,
  })
  expect(totals.byStatus).toMatchObject({ passed: 2, failed: 1 })
  expect(totals.byLevel.MUST).toMatchObject({ passed: 1, failed: 1 })
  expect(totals.byLevel.SHOULD).toMatchObject({ passed: 1, failed: 0 })
  expect(Object.values(totals.byStatus).reduce((sum, count) => sum + count)).toBe(requirementIds.length)
})

test.describe('the printed verdict', () => {
  test('has at most 15 lines when nothing was found', () => {
    const judged = Object.fromEntries(requirementIds.map((id) => [id, 1]))
    const text = verdictToText(buildVerdict([ended('passed', { judged })], run), 'reports/verdict.json')
    expect(text.split('\n').length).toBeLessThanOrEqual(15)
    expect(text).toMatch(/^\nConforms\n {2}target {7}embedded sandbox, market sg\n/)
    expect(text).toContain('reports/verdict.json')
  })

  test('says the sentence of each failed requirement, the binding ones first', () => {
    const record = { requirement: must, findings: [finding(should), finding(must), finding(must)] }
    const lines = verdictToText(buildVerdict([ended('failed', record, headline)], run), 'v.json').split('\n')
    const at = lines.indexOf('  failed')
    expect(lines[at + 1]).toBe(`    MUST ${must}: A token response is never kept by a cache. (2×)`)
    expect(lines[at + 3]).toBe('  worth a look')
    expect(lines[at + 4]).toBe(`    SHOULD ${should}: ${requirementOf(should).text} (1×)`)
  })

  test('counts what was not observed by its commonest reasons', () => {
    const reasons = ['a', 'a', 'b', 'c', 'd']
    const tests = requirementIds
      .filter((id) => requirementOf(id).excluded === undefined)
      .map((requirement, index) =>
        index < reasons.length
          ? ended('skipped', { requirement, notObserved: reasons[index]! })
          : ended('passed', { requirement }),
      )
    const text = verdictToText(buildVerdict(tests, run), 'v.json')
    expect(text).toContain('Conforms in everything that was observed\n')
    expect(text).toContain(
      'not observed 5 requirements, because:\n    2 × a\n    1 × b\n    1 × c\n    and 1 other reason\n',
    )
  })
})
