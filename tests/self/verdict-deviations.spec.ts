import { expect, test } from '@playwright/test'
import type { DeviationId } from '../../src/deviations/index.ts'
import { mergeVerdicts } from '../../src/report/merge.ts'
import type { EndedTest, RecordedFinding, TestRecord } from '../../src/report/record.ts'
import { verdictToText } from '../../src/report/verdict-text.ts'
import { buildVerdict, type RunFacts, type Verdict } from '../../src/report/verdict.ts'
import type { RequirementId } from '../../src/requirements/index.ts'
import { deviationsOf } from '../../src/testing/known-deviations.ts'
import { readSettings } from '../../src/settings.ts'

const always: DeviationId = 'token-content-type-twice'
const sometimes: DeviationId = 'transaction-date-blank'
const must: RequirementId = 'http.content-type.documented'

const run: RunFacts = {
  target: 'https://sandbox.apihub.citi.com/gcb/api',
  markets: ['sg'],
  startedAt: '2026-03-02T09:00:00.000Z',
  durationMs: 1,
  versions: {},
  complete: true,
  strict: false,
  specsHash: 'abc',
  observed: true,
}

const found: RecordedFinding = {
  requirement: must,
  at: 'header Content-Type',
  expected: 'application/json',
  actual: 'application/json, application/json',
  operation: 'issueClientCredentialsToken',
}

function verdictOf(record: Partial<TestRecord>, change: Partial<RunFacts> = {}): Verdict {
  const test: EndedTest = {
    title: 'a fact',
    file: 'x.spec.ts',
    outcome: 'passed',
    record: { market: 'sg', judged: { [must]: 1 }, findings: [], exchanges: 1, ...record },
  }
  return buildVerdict([test], { ...run, ...change })
}

const statusOf = (verdict: Verdict, id: DeviationId) =>
  verdict.deviations.find((deviation) => deviation.id === id)?.status

test('a row whose findings are all explained is a deviation, and the run conforms', () => {
  const verdict = verdictOf({
    findings: [{ ...found, deviation: always }],
    deviations: { [always]: { exchanges: 1, shown: 1 } },
  })
  expect(verdict.requirements.find(({ id }) => id === must)).toMatchObject({
    status: 'deviation',
    reason: 'token-content-type-twice: A two-legged token names its media type twice.',
    findings: [{ deviation: always, count: 1 }],
  })
  expect(verdict.conclusion).toBe('conforms')
  expect(statusOf(verdict, always)).toBe('seen')
})

test('a row with one finding that nothing explains is failed', () => {
  const verdict = verdictOf({
    findings: [
      { ...found, deviation: always },
      { ...found, actual: 'text/plain' },
    ],
  })
  expect(verdict.requirements.find(({ id }) => id === must)?.status).toBe('failed')
  expect(verdict.conclusion).toBe('findings')
})

test('a deviation that no exchange showed is gone when one should have, and then the run has findings', () => {
  const verdict = verdictOf({
    deviations: { [always]: { exchanges: 2, shown: 0 }, [sometimes]: { exchanges: 2, shown: 0 } },
  })
  expect(statusOf(verdict, always)).toBe('gone')
  expect(statusOf(verdict, sometimes)).toBe('not-observed')
  expect(statusOf(verdict, 'hsts-not-sent')).toBe('not-observed')
  expect(verdict.conclusion).toBe('findings')
  expect(verdictToText(verdict, 'v.json')).toContain(
    'gone         token-content-type-twice: none of 2 exchanges showed this deviation',
  )
})

test('a target to which the deviations do not belong has none', () => {
  expect(verdictOf({}, { observed: false }).deviations).toEqual([])
})

test('what one part of a run saw is not gone for another', () => {
  const seen = verdictOf({ deviations: { [always]: { exchanges: 3, shown: 3 } } })
  const other = verdictOf({ deviations: { [always]: { exchanges: 1, shown: 0 } } })
  const merged = mergeVerdicts([other, seen])
  expect(merged.deviations.find(({ id }) => id === always)).toMatchObject({
    status: 'seen',
    exchanges: 4,
    findings: 3,
  })
})

test('the deviations belong to the sandbox hosts of the bank, and to others when the settings say so', () => {
  const own = { CITI_CLIENT_ID: 'a', CITI_CLIENT_SECRET: 'b' }
  const countOf = (settings: Readonly<Record<string, string>>) => deviationsOf(readSettings(settings)).length
  expect(countOf({})).toBe(0)
  expect(countOf({ CITI_PERSONALITY: 'observed' })).toBeGreaterThan(20)
  expect(countOf({ ...own, CITI_BASE_URL: 'https://sandbox.apihub.citi.com/gcb/api' })).toBeGreaterThan(20)
  expect(countOf({ ...own, CITI_BASE_URL: 'https://apihub.citi.com.evil.example/gcb/api' })).toBe(0)
  expect(countOf({ ...own, CITI_BASE_URL: 'https://bank.example/gcb/api' })).toBe(0)
  expect(countOf({ CITI_PERSONALITY: 'observed', CITI_PROVE: 'all' })).toBe(0)
  expect(() => countOf({ CITI_PERSONALITY: 'rude' })).toThrow('CITI_PERSONALITY is neither')
})
