import { expect, test } from '@playwright/test'
import { ApiClient } from '../../src/http/client.ts'
import { marketOf } from '../../src/markets/index.ts'
import { Application } from '../../src/oauth/application.ts'
import { mostProvokingCalls } from '../../src/budget/provoking.ts'
import { type CapOutcomes, type CapParties, provokeCap } from '../../src/testing/cap-provocation.ts'
import { type Lab, withSandbox } from './sandbox-lab.ts'

const cap = 8

/** Spends the cap of a sandbox whose clock moves while the script waits; returns what that showed, and the calls. */
async function provoke(
  defects: readonly string[] = [],
  change: (lab: Lab) => Partial<CapParties> = () => ({}),
): Promise<{ outcomes: CapOutcomes; calls: number }> {
  const found: { outcomes?: CapOutcomes; calls: number } = { calls: 0 }
  await withSandbox({ quota: cap }, async (lab) => {
    const { accessToken } = await lab.tokens()
    // The whole quota is there when the spending begins.
    await lab.control.advance({ seconds: 61 })
    await lab.control.switchOn(defects)
    lab.client.onExchange = () => found.calls++
    let now = 0
    found.outcomes = await provokeCap({
      app: lab.application(),
      otherApp: lab.application('other'),
      issueToken: () => Promise.resolve({ token: accessToken }),
      read: (token) => lab.call(token),
      wait: async (ms) => {
        now += ms
        await lab.control.advance({ seconds: ms / 1000 })
      },
      now: () => now,
      ...change(lab),
    })
  })
  return { outcomes: found.outcomes!, calls: found.calls }
}

/** The requirements whose promise was seen to be broken, and those of which nothing was seen. */
function sorted(outcomes: CapOutcomes): { broken: string[]; unseen: string[] } {
  const entries = Object.entries(outcomes)
  return {
    broken: entries.flatMap(([id, told]) =>
      typeof told !== 'string' && told.expected !== told.actual ? [id] : [],
    ),
    unseen: entries.flatMap(([id, told]) => (typeof told === 'string' ? [id] : [])),
  }
}

test('one spending of an honest cap keeps seven promises, for no more calls than the plan tells', async () => {
  const { outcomes, calls } = await provoke()
  expect(sorted(outcomes)).toEqual({ broken: [], unseen: [] })
  expect(calls).toBeGreaterThan(cap)
  expect(calls).toBeLessThanOrEqual(mostProvokingCalls(cap))
})

const broken: Record<string, string> = {
  'no-cap': 'ratelimit.429.status',
  'cap-never-recovers': 'ratelimit.window.recovers',
  'cap-for-all-together': 'ratelimit.scope.per-client',
  'failures-not-counted': 'ratelimit.429.before-authentication',
  'retry-after-too-short': 'ratelimit.retry-after.honest',
  'remaining-stands-still': 'ratelimit.header.remaining-falls',
  'revoked-in-spite-of-429': 'ratelimit.429.no-side-effect',
}
for (const [defect, id] of Object.entries(broken))
  test(`a live cap with ${defect} is found out`, async () => {
    const { outcomes, calls } = await provoke([defect])
    expect(sorted(outcomes).broken).toContain(id)
    expect(calls).toBeLessThanOrEqual(mostProvokingCalls(cap))
  })

test('a target that tells no quota and refuses nothing is unclear, and called no more often than the usual cap and a margin', async () => {
  const silent = await provoke(['no-cap'], (lab) => ({ app: withoutLimits(lab) }))
  expect(sorted(silent.outcomes).broken).toEqual([])
  expect(silent.outcomes['ratelimit.429.status']).toBe(
    'unclear: 65 calls were answered, and the target tells no quota',
  )
  expect(silent.calls).toBe(65)
})

test('a refusal that asks to wait for hours is not waited for, and the minute is tried all the same', async () => {
  const { outcomes } = await provoke(['retry-after-in-milliseconds'])
  expect(outcomes['ratelimit.retry-after.honest']).toMatch(/^the 429 asks to wait \d+ seconds/)
  expect(sorted(outcomes).broken).toEqual([])
})

test('what a run does not know is a reason of its own', async () => {
  const { outcomes } = await provoke([], () => ({
    otherApp: 'no other application is known',
    issueToken: () => Promise.resolve('no customer is known'),
  }))
  expect(outcomes).toMatchObject({
    'ratelimit.scope.per-client': 'no other application is known',
    'ratelimit.429.no-side-effect': 'no customer is known',
  })
  expect(sorted(outcomes)).toMatchObject({ broken: [], unseen: { length: 2 } })
})

/** The first application, whose answers have lost what they tell about the quota. */
function withoutLimits(lab: Lab): Application {
  const app = lab.application()
  const client = new ApiClient(lab.client.options)
  client.onExchange = (exchange) => lab.client.onExchange(exchange)
  const send = client.send.bind(client)
  client.send = async (call) => {
    const reply = await send(call)
    return { ...reply, headers: reply.headers.filter(([name]) => !name.startsWith('x-ratelimit')) }
  }
  return new Application(client, marketOf('sg'), app)
}
