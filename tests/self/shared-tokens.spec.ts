import { expect } from '@playwright/test'
import { Limiter } from '../../src/budget/limiter.ts'
import { serveBudget } from '../../src/budget/service.ts'
import { SharedKeeper } from '../../src/budget/shared-remote.ts'
import { SharedValues } from '../../src/budget/shared-values.ts'
import { wholeRun } from '../../src/budget/shares.ts'
import type { Exchange } from '../../src/http/exchange.ts'
import { readSettings } from '../../src/settings.ts'
import { Caller } from '../../src/testing/caller.ts'
import { operationOf } from '../../src/testing/operations.ts'
import { TargetState } from '../../src/testing/target-state.ts'
import { type Lab, test as base } from './sandbox-lab.ts'

/** Two workers of one run against a target that nobody can reset. */
interface Run {
  readonly workers: readonly [Caller, Caller]
  /** Moves the time of the run; that of the target stands still. */
  pass(seconds: number): void
  /** How often a customer's token was fetched. */
  fetched(): number
}

function callerOf(lab: Lab, url: string): Caller {
  const { baseUrl, originUrl, caPem: ca } = lab.sandbox
  const { customers } = lab.credentials
  const target = {
    ...{ baseUrl, originUrl, ca, customers, applications: {}, deviations: [], control: undefined },
    settings: readSettings({}),
    close: () => Promise.resolve(),
  }
  const state = new TargetState(target, () => new SharedKeeper(url, () => undefined))
  const [customer] = customers
  return new Caller({ client: lab.client, state, app: lab.application(), username: customer?.username })
}

const test = base.extend<{ run: Run }>({
  run: async ({ lab }, use) => {
    let seconds = 0
    const now = () => seconds * 1000
    const limiter = new Limiter({ perMinute: undefined, total: undefined, shard: wholeRun, obeys: true, now })
    const url = await serveBudget({ limiter, ledger: undefined, now, shared: new SharedValues(now) })
    const seen: Exchange[] = []
    lab.client.onExchange = (exchange) => seen.push(exchange)
    await use({
      workers: [callerOf(lab, url), callerOf(lab, url)],
      pass: (more) => (seconds += more),
      fetched: () => seen.filter(({ request }) => request.path.startsWith('/authCode/oauth2/token/')).length,
    })
    lab.client.onExchange = () => undefined
  },
})

const reading = operationOf('listAccounts')
const withId = operationOf('getAccount')

test.describe('a token of a customer', () => {
  test('that two workers need at once is fetched once', async ({ run }) => {
    const [first, second] = await Promise.all(run.workers.map((worker) => worker.prepare(reading)))
    expect(first?.headers?.['Authorization']).toBe(second?.headers?.['Authorization'])
    expect(run.fetched()).toBe(1)
  })

  test('is not renewed for a call with a token of the test, but for the next one without', async ({
    run,
  }) => {
    const [caller] = run.workers
    await caller.prepare(reading)
    run.pass(1700)
    // It needs an id, which is read with the token that all share.
    await caller.prepare(withId, { accessToken: 'revoked' })
    await caller.prepare(reading, { headers: { authorization: 'Bearer tampered' } })
    expect(run.fetched()).toBe(1)
    await caller.prepare(reading)
    expect(run.fetched()).toBe(2)
  })
})
