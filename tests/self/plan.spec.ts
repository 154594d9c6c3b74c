import { expect, test } from '@playwright/test'
import { choosePlan } from '../../src/commands/make-plan.ts'
import { buildPlan } from '../../src/plan/plan.ts'
import type { RehearsedTest } from '../../src/plan/rehearsal.ts'
import { keepsLimits, reasonToLeaveOut, selectTests, trim } from '../../src/plan/select.ts'
import { planToText } from '../../src/plan/text.ts'
import { requirementIds } from '../../src/requirements/index.ts'
import { readSettings } from '../../src/settings.ts'
import { credentials } from './complaint.ts'

const reading = 'GET /v1/accounts'
const tokenCall = 'POST /token'

/** A test that passed in a rehearsal and judged so many requirements, from one of them on. */
function rehearsed(id: string, [from, count]: readonly [number, number], calls: Record<string, number>) {
  const judged = requirementIds.slice(from, from + count)
  const test: RehearsedTest = {
    id,
    title: id,
    market: 'sg',
    requirement: judged[0]!,
    outcome: 'passed',
    calls,
    own: calls,
    shared: {},
    uses: [],
    judged,
    changes: false,
    spends: {},
  }
  return test
}

/** The ids of the chosen tests, with limits of ten calls and two requirements for each. */
function chosen(tests: readonly RehearsedTest[], preflight = 0): string[] {
  const made = tests
    .flatMap(({ calls }) => Object.values(calls))
    .reduce((sum, count) => sum + count, preflight)
  return selectTests({ tests, made }, { calls: 10, perCall: 2 }).map(({ id }) => id)
}

test.describe('the standard plan', () => {
  test('takes what costs nothing, then readings, then what brings most for its calls', () => {
    const tests = [
      rehearsed('dear', [20, 4], { [tokenCall]: 2 }),
      rehearsed('cheap', [10, 10], { [tokenCall]: 1 }),
      rehearsed('reading', [30, 3], { [reading]: 1 }),
      rehearsed('free', [0, 1], {}),
    ]
    expect(chosen(tests)).toEqual(['free', 'reading', 'cheap', 'dear'])
  })

  test('ends before a call would bring less than its share', () => {
    const tests = [
      rehearsed('four', [0, 4], { [tokenCall]: 1 }),
      rehearsed('one', [10, 1], { [tokenCall]: 2 }),
    ]
    expect(chosen(tests)).toEqual(['four'])
  })

  test('counts the calls of the preflight', () => {
    const tests = [rehearsed('four', [0, 4], { [tokenCall]: 1 })]
    expect(chosen(tests, 1)).toEqual(['four'])
    expect(chosen(tests, 2)).toEqual([])
  })

  test('has no more calls than its limit', () => {
    const tests = [
      rehearsed('many', [0, 40], { [tokenCall]: 8 }),
      rehearsed('more', [40, 12], { [tokenCall]: 3 }),
    ]
    expect(chosen(tests)).toEqual(['many'])
  })

  test('counts once what is made once for all tests', () => {
    const base = rehearsed('first', [0, 12], { [tokenCall]: 5, [reading]: 1 })
    const first = { ...base, own: { [reading]: 1 }, shared: { token: 5 }, uses: ['token'] }
    const second = { ...rehearsed('second', [12, 2], { [reading]: 1 }), uses: ['token'] }
    expect(chosen([first, second])).toEqual(['first', 'second'])
    // Whoever comes first would have to pay.
    expect(chosen([second])).toEqual(['second'])
  })

  test('shows the essential flows whatever they cost', () => {
    const flow = { ...rehearsed('flow', [0, 1], { [tokenCall]: 6 }) }
    const essential = { ...flow, requirement: 'authorize.flow.login-and-consent' as const }
    expect(chosen([essential])).toEqual(['flow'])
    expect(chosen([flow])).toEqual([])
  })

  const unfit: Record<string, [Partial<RehearsedTest>, string]> = {
    'what leaves something behind': [{ changes: true }, 'leaves something behind at the bank'],
    'what uses up a one-time password': [
      { spends: { 'one-time password': 1 } },
      'uses up a one-time password',
    ],
    'what the rehearsal could not see': [{ outcome: 'not-observed', reason: 'no card' }, 'no card'],
    'what failed in the rehearsal': [{ outcome: 'failed' }, 'did not pass in the rehearsal'],
  }
  for (const [title, [change, reason]] of Object.entries(unfit))
    test(`leaves out ${title}, and says so`, () => {
      const left = { ...rehearsed('left', [0, 9], { [tokenCall]: 1 }), ...change }
      expect(reasonToLeaveOut(left)).toContain(reason)
      expect(chosen([left])).toEqual([])
    })

  test('is made smaller while its own rehearsal is too dear', () => {
    const limits = { calls: 3, perCall: 1 }
    const tests = [rehearsed('one', [0, 5], { [tokenCall]: 2 }), rehearsed('two', [5, 5], { [tokenCall]: 2 })]
    const rehearsal = { tests, made: 4 }
    expect(keepsLimits(rehearsal, limits)).toBe(false)
    expect(trim(tests, rehearsal, limits).map(({ id }) => id)).toEqual(['one'])
  })
})

test('a plan tells calls by endpoint, requirements for each call, minutes, and why the rest is not seen', () => {
  const tests = [
    rehearsed('asked', [0, 4], { [tokenCall]: 2 }),
    { ...rehearsed('left', [4, 1], { [reading]: 1 }), changes: true },
  ]
  const plan = buildPlan('standard', { tests, made: 4 }, { tests: tests.slice(0, 1), made: 3 })
  expect(plan).toMatchObject({ calls: 3, callsByEndpoint: { [tokenCall]: 2 }, tests: ['asked'] })
  expect(plan.unseen[requirementIds[4]!]).toContain('leaves something behind')
  const text = planToText(plan, 2)
  expect(text).toContain('The standard plan, market sg: 3 calls, 1 tests')
  expect(text).toContain('4 will be judged, 1.3 for each call')
  expect(text).toContain('about 1 minute at 2 calls a minute')
  expect(text).toContain('    2  POST /token')
  expect(text).toContain('    1  preflight: token, login and consent')
})

test.describe('which plan a run follows', () => {
  const live = { ...credentials, CITI_BASE_URL: 'https://bank.example' }
  const cases: Record<string, [Record<string, string>, string[], string]> = {
    'a live target': [live, [], 'standard'],
    'a live target in a shard': [live, ['--shard', '1/4'], 'standard'],
    'a live target, with tests by requirement': [live, ['--grep', '@expiry'], 'whole'],
    'a live target, with tests by file': [live, ['tests/tls'], 'whole'],
    'a target with a control plane': [{ ...live, CITI_CONTROL_URL: 'http://localhost:1' }, [], 'whole'],
    'the embedded sandbox': [{}, [], 'whole'],
    'a choice of its own': [{ ...live, CITI_PLAN: 'whole' }, [], 'whole'],
    'a choice of its own, with tests by file': [
      { ...live, CITI_PLAN: 'standard' },
      ['tests/tls'],
      'standard',
    ],
  }
  for (const [title, [env, args, kind]] of Object.entries(cases))
    test(`${title}: ${kind}`, () => {
      expect(choosePlan(readSettings(env), args)).toBe(kind)
    })
})
