import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import path from 'node:path'
import { expect, test as base } from '@playwright/test'
import { serveBudget } from '../../src/budget/service.ts'
import { Limiter } from '../../src/budget/limiter.ts'
import { SharedKeeper, withoutRenewal } from '../../src/budget/shared-remote.ts'
import { leaseMs, SharedValues } from '../../src/budget/shared-values.ts'
import { wholeRun } from '../../src/budget/shares.ts'
import { root } from './run-script.ts'

/** How long a token lives in these tests, in seconds, as the bank's do. */
const lifetimeSeconds = 1800

/** The service of a run with a clock that a test moves, and keepers as its workers have them. */
interface Ground {
  readonly url: string
  /** Moves the time of the service. */
  pass(ms: number): void
  worker(): SharedKeeper
  /** Makes a token and counts how often that happened; the count is the token. */
  fetch(): Promise<{ value: number; lifetimeSeconds: number }>
  readonly fetched: () => number
}

const test = base.extend<{ ground: Ground }>({
  ground: async ({ browserName: _ }, use) => {
    let now = 0
    let fetched = 0
    const clock = () => now
    const limits = { perMinute: undefined, total: undefined, shard: wholeRun, obeys: true, now: clock }
    const shared = new SharedValues(clock)
    const url = await serveBudget({ limiter: new Limiter(limits), ledger: undefined, now: clock, shared })
    await use({
      url,
      pass: (ms) => (now += ms),
      worker: () => new SharedKeeper(url, () => undefined),
      fetch: () => Promise.resolve({ value: ++fetched, lifetimeSeconds }),
      fetched: () => fetched,
    })
  },
})

/** A promise that a test ends when it likes. */
function gate(): { open: () => void; passed: Promise<unknown> } {
  const bell = new EventEmitter()
  return { open: () => void bell.emit('open'), passed: once(bell, 'open') }
}

/** Starts a process that asks for a key and never comes to an end with it; resolves when it has the lease. */
async function startHangingWorker(url: string, key: string): Promise<ChildProcess> {
  const script = path.join(import.meta.dirname, 'hanging-worker.ts')
  const worker = spawn(process.execPath, ['--import', 'tsx', script, url, key], { cwd: root })
  await once(worker.stdout, 'data')
  return worker
}

test.describe('what workers share', () => {
  test('is made once, while the others wait', async ({ ground }) => {
    const { passed, open } = gate()
    const make = async () => {
      await passed
      return ground.fetch()
    }
    const asked = [1, 2, 3].map(() => ground.worker().get('token', make))
    open()
    expect(await Promise.all(asked)).toEqual([1, 1, 1])
    expect(ground.fetched()).toBe(1)
  })

  test('is made by the next who asks when the first one fails', async ({ ground }) => {
    const failed = ground.worker().get('token', () => Promise.reject(new Error('no login')))
    await expect(failed).rejects.toThrow('no login')
    expect(await ground.worker().get('token', () => ground.fetch())).toBe(1)
  })

  test('is made by the next who asks when nothing was found', async ({ ground }) => {
    const nothing = () => Promise.resolve({ value: undefined })
    expect(await ground.worker().get<number | undefined>('id', nothing)).toBeUndefined()
    expect(await ground.worker().get('id', () => ground.fetch())).toBe(1)
  })

  test('is made by another when the process that makes it is killed', async ({ ground }) => {
    const worker = await startHangingWorker(ground.url, 'token')
    const value = ground.worker().get('token', () => ground.fetch())
    worker.kill('SIGKILL')
    await once(worker, 'exit')
    expect(ground.fetched()).toBe(0)
    ground.pass(leaseMs)
    expect(await value).toBe(1)
  })

  test('is renewed in the last tenth of its life, once for all who ask then', async ({ ground }) => {
    const ask = () => ground.worker().get('token', () => ground.fetch())
    await ask()
    ground.pass(lifetimeSeconds * 900 - 1)
    expect(await ask()).toBe(1)
    ground.pass(1)
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([2, 2, 2])
  })

  test('is not renewed while a test presents a token of its own', async ({ ground }) => {
    const ask = () => ground.worker().get('token', () => ground.fetch())
    await ask()
    ground.pass(lifetimeSeconds * 1000 - 1)
    expect(await withoutRenewal(ask)).toBe(1)
    expect(await ask()).toBe(2)
  })

  test('never waits in a circle: two that need what the other makes both end', async ({ ground }) => {
    const [first, second] = [gate(), gate()]
    const needing = (mine: string, other: string) => {
      const worker = ground.worker()
      const [own, others] = mine === 'a' ? [first, second] : [second, first]
      return worker.get(mine, async () => {
        own.open()
        await others.passed
        await worker.get(other, () => ground.fetch())
        return { value: mine }
      })
    }
    expect(await Promise.all([needing('a', 'b'), needing('b', 'a')])).toEqual(['a', 'b'])
  })
})

test.describe('a lease', () => {
  test('that has ended changes nothing any more', () => {
    let now = 0
    const shared = new SharedValues(() => now)
    const asked = { key: 'token', holding: [], mayRenew: true }
    const late = shared.ask(asked)
    now += leaseMs
    const next = shared.ask(asked)
    expect([late, next]).toEqual([
      { kind: 'make', lease: 1 },
      { kind: 'make', lease: 2 },
    ])
    shared.settle(1, { value: 'late' })
    shared.settle(2, { value: 'next' })
    expect(shared.ask(asked)).toEqual({ kind: 'have', value: 'next' })
  })

  test('lasts as long as its holder tells of itself', () => {
    let now = 0
    const shared = new SharedValues(() => now)
    const asked = { key: 'token', holding: [], mayRenew: true }
    shared.ask(asked)
    now += leaseMs - 1
    shared.prolong(1)
    now += leaseMs - 1
    expect(shared.ask(asked).kind).toBe('wait')
    now += 1
    expect(shared.ask(asked)).toEqual({ kind: 'make', lease: 2 })
  })
})
