import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { decide } from '../../src/readiness/decide.ts'
import { keepRun, readHistory, summarize, trendOf } from '../../src/readiness/history.ts'
import { readinessJunit } from '../../src/readiness/junit.ts'
import { readinessMarkdown } from '../../src/readiness/markdown.ts'
import { readinessPage } from '../../src/readiness/page.ts'
import { type Policy, readPolicy } from '../../src/readiness/policy.ts'
import type { Verdict, VerdictRow } from '../../src/report/verdict.ts'
import { promises, requirementsFor } from '../../src/requirements/promises/index.ts'
import { requirementIds, requirementOf, type RequirementId } from '../../src/requirements/index.ts'
import { runWith, startedAt } from './readiness-run.ts'

const root = path.join(import.meta.dirname, '..', '..')
const schemaFile = path.join(root, 'readiness.schema.json')
const policy = readPolicy(path.join(root, 'readiness.yaml'), schemaFile)
const anHourLater = new Date('2026-03-02T10:00:00Z')

const broken: Partial<VerdictRow> = {
  status: 'failed',
  findings: [
    {
      at: '/code',
      expected: 'a known <code>',
      actual: '\u0000"weird"',
      operation: 'listAccounts',
      market: 'sg',
      count: 2,
    },
  ],
}
const unseen: Partial<VerdictRow> = { status: 'not-observed', reason: 'CITI_CUSTOMER is not set' }
const deviation = { requirement: 'error.shape', reason: 'known', owner: 'jane', until: '2026-12-31' } as const

const cases: readonly (readonly [title: string, run: Verdict, policy: Policy, decision: string])[] = [
  ['a run that kept everything is ready', runWith(), policy, 'ready'],
  ['a broken MUST is not ready', runWith({ 'error.shape': broken }), policy, 'not ready'],
  ['a broken SHOULD decides nothing', runWith({ 'shape.value.amount-noise': broken }), policy, 'ready'],
  [
    'a broken MUST that somebody answers for is a deviation',
    runWith({ 'error.shape': broken }),
    { ...policy, deviations: [deviation] },
    'ready with deviations',
  ],
  [
    'a deviation past its day is not ready',
    runWith({ 'error.shape': broken }),
    { ...policy, deviations: [{ ...deviation, until: '2026-03-01' }] },
    'not ready',
  ],
  [
    'a run cut off is not enough',
    runWith({}, { conclusion: 'incomplete', complete: false }),
    policy,
    'not enough observed',
  ],
  [
    'a run older than the policy takes is not enough',
    runWith({}, { startedAt: '2026-02-01T09:00:00.000Z' }),
    policy,
    'not enough observed',
  ],
  [
    'an unseen requirement of an area that must be seen is not enough',
    runWith({ 'tls.version.no-10': unseen }),
    policy,
    'not enough observed',
  ],
  [
    'a run that saw nothing is not enough',
    runWith(Object.fromEntries(requirementIds.map((id) => [id, unseen]))),
    policy,
    'not enough observed',
  ],
  [
    'what was broken outweighs what was not seen',
    runWith({ 'error.shape': broken, 'tls.version.no-10': unseen }),
    policy,
    'not ready',
  ],
]

test.describe('decision', () => {
  for (const [title, run, own, decision] of cases)
    test(title, () => {
      expect(decide(run, own, anHourLater).decision).toBe(decision)
    })

  test('a deviation that no longer shows is named', () => {
    const { gone } = decide(runWith(), { ...policy, deviations: [deviation] }, anHourLater)
    expect(gone).toEqual([deviation])
  })
})

test.describe('policy', () => {
  const wrong: readonly (readonly [title: string, text: string, words: string])[] = [
    [
      'without a part',
      'decides: { levels: [MUST], evidence: [standard] }',
      "must have required property 'observed'",
    ],
    [
      'with an unknown level',
      readPolicyText().replace('[MUST]', '[OUGHT]'),
      '/decides/levels/0 must be equal',
    ],
    ['with an unknown area', readPolicyText().replace('[token,', '[tokens,'), 'tokens, which is no area'],
    [
      'with an unknown requirement',
      readPolicyText().replace(
        'deviations: []',
        'deviations: [{ requirement: no.such, reason: r, owner: o, until: 2027-01-01 }]',
      ),
      'no.such, which is no requirement',
    ],
    ['that is no YAML', 'a: [', 'is not readable YAML'],
  ]
  for (const [title, text, words] of wrong)
    test(`${title} is refused in words`, ({}, testInfo) => {
      const file = testInfo.outputPath('readiness.yaml')
      writeFileSync(file, text)
      expect(() => readPolicy(file, schemaFile)).toThrow(words)
    })
})

function readPolicyText(): string {
  return readFileSync(path.join(root, 'readiness.yaml'), 'utf8')
}

test.describe('reports', () => {
  const verdict = runWith({ 'error.shape': broken })
  const report = {
    verdict,
    readiness: decide(verdict, policy, anHourLater),
    trend: { failingSince: { 'error.shape': startedAt }, newlyPassing: ['tls.version.no-10'] },
    earlier: 3,
  }

  test('the page shows the failure and nothing of what came stays markup', () => {
    const page = readinessPage(report)
    expect(page).toContain('not ready')
    expect(page).toContain(requirementOf('error.shape').text)
    expect(page).toContain('a known &lt;code&gt;')
    expect(page).not.toContain('a known <code>')
    expect(page).not.toMatch(/(src|href)="(?!https:\/\/)/)
  })

  test('the comment shows the failure with its first day', () => {
    expect(readinessMarkdown(report)).toContain('(`error.shape`, since 2026-03-02)')
  })

  test('the JUnit file counts one failure and holds no character that XML forbids', () => {
    const xml = readinessJunit(verdict)
    expect(xml).toContain('failures="1"')
    expect(xml).not.toContain('\u0000')
  })
})

test('the trend names the first failing run and what passes again', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'history-'))
  const run = (day: string, failed: readonly RequirementId[]): Verdict =>
    runWith(Object.fromEntries(failed.map((id) => [id, broken])), {
      startedAt: `2026-03-${day}T09:00:00.000Z`,
    })
  keepRun(folder, run('01', ['tls.version.no-10']))
  keepRun(folder, run('02', ['tls.version.no-10', 'error.shape']))
  writeFileSync(path.join(folder, 'run-broken.json'), '{"startedAt": ')
  const now = run('03', ['error.shape'])
  expect(trendOf(readHistory(folder, now.target), summarize(now))).toEqual({
    failingSince: { 'error.shape': '2026-03-02T09:00:00.000Z' },
    newlyPassing: ['tls.version.no-10'],
  })
  rmSync(folder, { recursive: true })
})

test('every requirement that a document of the bank promises stands under one of its promises', () => {
  const sources = new Set(promises.map(({ source }) => source))
  const named = requirementIds
    .map((id) => requirementOf(id).source)
    .filter((source) => source.startsWith('seed-'))
  expect([...new Set(named)].filter((source) => !sources.has(source))).toEqual([])
})

test('a promise without requirements says why', () => {
  expect(
    promises.filter((promise) => (requirementsFor(promise).length === 0) !== (promise.outside !== undefined)),
  ).toEqual([])
})
