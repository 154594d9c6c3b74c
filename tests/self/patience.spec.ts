import type { RequestListener } from 'node:http'
import { expect } from '@playwright/test'
import type { TestCase, TestResult } from '@playwright/test/reporter'
import { ApiClient } from '../../src/http/client.ts'
import type { Disturbance } from '../../src/http/patience.ts'
import { buildVerdict } from '../../src/report/verdict.ts'
import { endedTest } from '../../src/testing/ended-test.ts'
import { recordAnnotation } from '../../src/testing/record-annotation.ts'
import { test } from './local-server.ts'

type Act = 'reset' | 'hang' | number

const broken = 'GET /accounts: the connection broke'

/** A listener that does one thing after the other, and remembers the port from which each call came. */
function acting(acts: readonly Act[], ports: (number | undefined)[]): RequestListener {
  return (request, response) => {
    const act = acts[ports.length]
    ports.push(request.socket.remotePort)
    if (act === 'reset') request.socket.destroy()
    else if (act !== 'hang') response.writeHead(act ?? 200).end('{}')
  }
}

/** A patient client of a host, with all that it tells. */
function clientOf(host: string) {
  const disturbances: Disturbance[] = []
  const judged: number[] = []
  const client = new ApiClient({
    baseUrl: `http://${host}`,
    timeoutMs: 300,
    concurrency: 1,
    secrets: [],
    patience: { disturbed: (one) => disturbances.push(one) },
  })
  client.onExchange = ({ response }) => judged.push(response.status)
  return { client, disturbances, judged }
}

const get = { method: 'GET', path: '/accounts?customer=7' } as const
const post = { method: 'POST', path: '/token', body: 'a=b' } as const

test.describe('a disturbed call', () => {
  const healed: Record<string, [Act[], string]> = {
    'a reset': [['reset', 200], broken],
    'a 502': [[502, 200], 'GET /accounts: a gateway answered 502'],
    'an answer that is too slow': [['hang', 200], 'GET /accounts: no answer in time'],
  }
  for (const [title, [acts, what]] of Object.entries(healed))
    test(`a GET is made once more after ${title}, on a new connection, and that answer alone is judged`, async ({
      servers,
    }) => {
      const ports: (number | undefined)[] = []
      const { client, disturbances, judged } = clientOf((await servers.http(acting(acts, ports))).host)
      expect((await client.send(get)).status).toBe(200)
      expect(new Set(ports).size).toBe(2)
      expect(judged).toEqual([200])
      expect(disturbances).toEqual([{ what, again: true }])
      await client.close()
    })

  test('a second 502 is the answer of the target, and is judged', async ({ servers }) => {
    const ports: (number | undefined)[] = []
    const { client, judged } = clientOf((await servers.http(acting([502, 502, 200], ports))).host)
    expect((await client.send(get)).status).toBe(502)
    expect(judged).toEqual([502])
    expect(ports).toHaveLength(2)
    await client.close()
  })

  for (const act of ['reset', 502, 'hang'] as const)
    test(`a POST is never made again after ${act}, and there is no answer to judge`, async ({ servers }) => {
      const ports: (number | undefined)[] = []
      const { client, disturbances, judged } = clientOf((await servers.http(acting([act], ports))).host)
      await expect(client.send(post)).rejects.toMatchObject({ code: 'disturbed' })
      expect(ports).toHaveLength(1)
      expect(judged).toEqual([])
      expect(disturbances).toEqual([{ what: expect.stringContaining('POST /token: '), again: false }])
      await client.close()
    })

  test('two resets in a row leave no answer to judge', async ({ servers }) => {
    const ports: (number | undefined)[] = []
    const { client, disturbances } = clientOf((await servers.http(acting(['reset', 'reset'], ports))).host)
    await expect(client.send(get)).rejects.toMatchObject({ code: 'disturbed', message: broken })
    expect(disturbances.map(({ again }) => again)).toEqual([true, false])
    await client.close()
  })

  test('a call that may break is left alone', async ({ servers }) => {
    const ports: (number | undefined)[] = []
    const { client, disturbances } = clientOf((await servers.http(acting(['reset'], ports))).host)
    await expect(client.send({ ...get, mayBreak: true })).rejects.toMatchObject({ code: 'connection-cut' })
    expect(disturbances).toEqual([])
    await client.close()
  })
})

test('a test that a disturbance cut off is no finding and no pass', () => {
  const disturbances = [{ what: broken, again: false }]
  const record = {
    market: 'sg',
    requirement: 'bearer.empty',
    judged: {},
    findings: [],
    exchanges: 0,
    disturbances,
  }
  const result = {
    status: 'failed',
    errors: [{ message: `TransportError: ${broken}` }],
    annotations: [{ type: recordAnnotation, description: JSON.stringify(record) }],
  }
  const location = { file: 'a.spec.ts' }
  const ended = endedTest(
    { titlePath: () => ['', '', '', 'sg', 'a test'], location } as unknown as TestCase,
    result as unknown as TestResult,
  )
  const verdict = buildVerdict([ended], {
    target: 't',
    markets: ['sg'],
    startedAt: '2026-03-02T09:00:00Z',
    durationMs: 1,
    versions: {},
    complete: true,
    strict: false,
    specsHash: '',
  })
  expect(verdict.requirements.find(({ id }) => id === 'bearer.empty')).toMatchObject({
    status: 'not-observed',
    reason: `disturbed: ${broken}`,
  })
  expect(verdict.disturbances).toEqual({ [broken]: 1 })
  expect(verdict.conclusion).toBe('incomplete')
})
