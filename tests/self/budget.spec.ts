import path from 'node:path'
import { expect, test } from '@playwright/test'
import { Ledger } from '../../src/budget/ledger.ts'
import { Limiter, type LimiterOptions } from '../../src/budget/limiter.ts'
import { progressToText } from '../../src/budget/progress.ts'
import { connectBudget } from '../../src/budget/remote.ts'
import { serveBudget } from '../../src/budget/service.ts'
import { refuseEmptyShare, shareOf, wholeRun } from '../../src/budget/shares.ts'
import { readTold } from '../../src/budget/told-limits.ts'
import { mostInAMinute, simulate } from './simulated-minutes.ts'

const minute = 60_000

/** A limiter with a clock that the test moves. */
function limiterAt(clock: { now: number }, options: Partial<LimiterOptions> = {}): Limiter {
  return new Limiter({
    perMinute: 3,
    total: undefined,
    shard: wholeRun,
    obeys: true,
    now: () => clock.now,
    ...options,
  })
}

/** Takes so many turns at once and returns their kinds. */
function kinds(limiter: Limiter, count: number): string[] {
  return Array.from({ length: count }, () => limiter.take().kind)
}

test.describe('the call budget', () => {
  test('lets as many calls go at once as the cap has, and says how long the next waits', () => {
    const clock = { now: 0 }
    const limiter = limiterAt(clock)
    expect(kinds(limiter, 4)).toEqual(['go', 'go', 'go', 'wait'])
    for (const ticket of [1, 2, 3]) limiter.done(ticket)
    expect(limiter.take()).toEqual({ kind: 'wait', ms: minute + 1000 })
    clock.now = minute + 1000
    expect(kinds(limiter, 4)).toEqual(['go', 'go', 'go', 'wait'])
  })

  for (const perMinute of [1, 7, 60])
    test(`no minute of the target counts more than ${perMinute}, whenever it counts`, () => {
      const counted = Array.from({ length: 20 }, (_, seed) =>
        mostInAMinute(simulate({ seed, perMinute, calls: 5 * perMinute })),
      )
      expect(Math.max(...counted)).toBeLessThanOrEqual(perMinute)
    })

  test('leaves what the target says is left, not counting calls that are under way', () => {
    const limiter = limiterAt({ now: 0 }, { perMinute: 10 })
    expect(kinds(limiter, 2)).toEqual(['go', 'go'])
    limiter.done(1, { limit: 10, remaining: 3 })
    expect(kinds(limiter, 3)).toEqual(['go', 'go', 'wait'])
  })

  test('takes the smaller of the cap that is set and the cap that is told', () => {
    const told = limiterAt({ now: 0 }, { perMinute: 10 })
    told.take()
    told.done(1, { limit: 2 })
    expect(told.state().perMinute).toBe(2)
    const set = limiterAt({ now: 0 }, { perMinute: 2 })
    set.take()
    set.done(1, { limit: 10 })
    expect(set.state().perMinute).toBe(2)
  })

  test('knows the bank’s usual cap until the target tells another', () => {
    const limiter = limiterAt({ now: 0 }, { perMinute: undefined })
    expect(limiter.state().perMinute).toBe(60)
    limiter.take()
    limiter.done(1, { limit: 100 })
    expect(limiter.state().perMinute).toBe(100)
  })

  test('waits as long as a refusal asks', () => {
    const clock = { now: 0 }
    const limiter = limiterAt(clock)
    limiter.take()
    limiter.done(1, { waitSeconds: 90 })
    expect(limiter.take()).toEqual({ kind: 'wait', ms: 90_000 })
    expect(limiter.state().refused).toBe(1)
    clock.now = 90_000
    expect(limiter.take().kind).toBe('go')
  })

  test('is spent when a refusal asks to wait for hours', () => {
    const limiter = limiterAt({ now: 0 })
    limiter.take()
    limiter.done(1, { waitSeconds: 7200 })
    expect(limiter.take()).toEqual({
      kind: 'spent',
      reason: 'the target asks to wait 7200 seconds before the next call',
    })
  })

  test('is spent at its total, of which each shard has its share', () => {
    const shard = { current: 2, total: 2 }
    const limiter = limiterAt({ now: 0 }, { perMinute: 60, total: 5, shard })
    expect(kinds(limiter, 3)).toEqual(['go', 'go', 'spent'])
    expect(limiter.take()).toEqual({
      kind: 'spent',
      reason: 'the budget of 5 calls is spent (CITI_CALLS_TOTAL)',
    })
  })

  test('takes nothing from what a target tells whose cap the suite itself sets', () => {
    const limiter = limiterAt({ now: 0 }, { obeys: false })
    limiter.take()
    limiter.done(1, { limit: 1, remaining: 0, waitSeconds: 60 })
    expect(limiter.take().kind).toBe('go')
  })

  test('lets a call go that provokes the cap on purpose, and counts it', () => {
    const limiter = limiterAt({ now: 0 }, { perMinute: 1 })
    expect([limiter.take(), limiter.take(true), limiter.take()].map(({ kind }) => kind)).toEqual([
      'go',
      'go',
      'wait',
    ])
  })

  test('gets back the place of a worker that died', () => {
    const clock = { now: 0 }
    const limiter = limiterAt(clock, { perMinute: 1 })
    limiter.take()
    clock.now = 3 * minute
    expect(limiter.take().kind).toBe('go')
  })
})

test.describe('progress', () => {
  const calls = { made: 40, refused: 0, waitMs: 12_000, perMinute: 60, total: undefined }
  const run = { selected: 100, done: 25, running: 1, elapsedMs: 30_000, calls, planned: undefined }

  test('tells what is done, what runs, the wait for the cap and the time left', () => {
    expect(progressToText({ ...run, planned: 150 })).toBe(
      '25 of 100 tests done, 1 running, waiting 12 s for the cap, 40 of 150 calls, about 72 s left',
    )
  })

  test('estimates by tests where there is no plan, and not before one is done', () => {
    const free = { ...run, calls: { ...calls, waitMs: 0 } }
    expect(progressToText(free)).toBe('25 of 100 tests done, 1 running, 40 calls, about 90 s left')
    expect(progressToText({ ...free, done: 0 })).toBe('0 of 100 tests done, 1 running, 40 calls')
  })
})

test('the shares of all shards add up to the whole', () => {
  for (const [calls, total] of [
    [60, 4],
    [61, 4],
    [7, 3],
  ] as const) {
    const shares = Array.from({ length: total }, (_, index) => shareOf(calls, { current: index + 1, total }))
    expect(shares.reduce((sum, share) => sum + share)).toBe(calls)
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1)
  }
})

test('a shard without a call is refused by the name of the setting', () => {
  expect(() => refuseEmptyShare('CITI_CALLS_TOTAL', 3, { current: 1, total: 4 })).toThrow(
    expect.objectContaining({
      code: 'setting-invalid',
      message: 'CITI_CALLS_TOTAL is 3, which leaves a part of 4 shards without a call',
    }),
  )
})

test.describe('what an answer tells about the cap', () => {
  const date = ['Date', 'Wed, 25 Nov 2026 02:00:00 GMT'] as const
  const cases = {
    'the gateway’s own form': [
      200,
      [
        ['X-RateLimit-Limit', 'name=rate-limit-1,60;'],
        ['X-RateLimit-Remaining', 'name=rate-limit-1,7;'],
      ],
      { limit: 60, remaining: 7 },
    ],
    'several plans, of which the tightest counts': [
      200,
      [['X-RateLimit-Remaining', 'name=rate-limit-1,7;name=rate-limit-2,3;']],
      { remaining: 3 },
    ],
    'bare numbers': [200, [['X-RateLimit-Remaining', '12']], { remaining: 12 }],
    'nothing readable': [200, [['X-RateLimit-Remaining', 'plenty']], {}],
    'a wait in seconds': [429, [['Retry-After', '17']], { waitSeconds: 17 }],
    'a wait until a time of the target': [
      429,
      [['Retry-After', 'Wed, 25 Nov 2026 02:00:30 GMT'], date],
      { waitSeconds: 30 },
    ],
    'a refusal without a wait': [429, [], { waitSeconds: 60 }],
    'a wait that nobody asked for': [200, [['Retry-After', '17']], {}],
  } as const
  for (const [title, [status, headers, told]] of Object.entries(cases))
    test(`${title} is read`, () => {
      expect(readTold(status, headers)).toEqual(told)
    })
})

test.describe('the ledger between runs', () => {
  test('counts the calls of the last minute', ({}, testInfo) => {
    const folder = path.dirname(testInfo.outputPath('ledger'))
    new Ledger('https://bank.example', 'an-id', folder).add(1000)
    const ledger = new Ledger('https://bank.example', 'an-id', folder)
    ledger.add(50_000)
    expect([ledger.recent(60_000), ledger.recent(70_000), ledger.recent(200_000)]).toEqual([2, 1, 0])
    expect(new Ledger('https://bank.example', 'another', folder).recent(60_000)).toBe(0)
  })

  test('holds a whole minute after a refusal, whoever spent it', ({}, testInfo) => {
    const ledger = new Ledger('https://bank.example', 'an-id', path.dirname(testInfo.outputPath('ledger')))
    ledger.add(1000)
    ledger.spend(2000, 60)
    ledger.spend(2000, 10)
    expect([ledger.recent(3000), ledger.recent(61_500), ledger.recent(63_000)]).toEqual([60, 59, 0])
  })

  test('learns of a refusal from the service of the run', async ({}, testInfo) => {
    const folder = path.dirname(testInfo.outputPath('ledger'))
    const ledger = new Ledger('https://bank.example', 'an-id', folder)
    const never = () => {
      throw new Error('the first call of a run has its turn at once')
    }
    const now = () => 1000
    const limiter = new Limiter({ perMinute: 7, total: undefined, shard: wholeRun, obeys: true, now })
    const url = await serveBudget({ limiter, ledger, now })
    const budget = connectBudget(url, { obeys: true, waits: never, spent: never })
    await (await budget.take(false)).done({ status: 429, headers: [] })
    expect(ledger.recent(1000)).toBe(7)
  })

  test('counts nothing where it cannot be kept', () => {
    const ledger = new Ledger('https://bank.example', 'an-id', '/no/such/folder')
    ledger.add(1)
    expect(ledger.recent(2)).toBe(0)
  })
})
