import { expect } from '@playwright/test'
import { barOf } from '../../src/commands/progress.ts'
import type { Call } from '../../src/http/client.ts'
import { readTokenPair } from '../../src/oauth/application.ts'
import { harWith } from './recordings/changed.ts'
import { harOf, samples, writeRecording } from './recordings/index.ts'
import { sampleRefresh, sampleSecret, sampleToken } from './recordings/token-samples.ts'
import { runScript, tsx } from './run-script.ts'
import { type Lab, test } from './sandbox-lab.ts'

const audit = (...args: readonly string[]) => runScript([tsx, 'src/commands/audit.ts', ...args])

/** Keeps every call of a lab as an entry of a HAR file, with all its secrets. */
function tap({ client }: Lab): object[] {
  const entries: object[] = []
  const send = client.send.bind(client)
  client.send = async (call: Call) => {
    const reply = await send(call)
    const lines = (pairs: readonly (readonly [string, string])[]) =>
      pairs.map(([name, value]) => ({ name, value }))
    const sent = Object.entries(call.headers ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    )
    entries.push({
      request: {
        method: call.method,
        url: client.urlOf(call),
        headers: lines(sent),
        ...(call.body === undefined ? {} : { postData: { mimeType: 'any', text: call.body } }),
      },
      response: {
        status: reply.status,
        headers: lines(reply.headers),
        content: { size: reply.body.length, text: reply.body },
      },
    })
    return reply
  }
  return entries
}

test('traffic of the honest sandbox conforms, and no secret of it is printed', async ({ lab }) => {
  const entries = tap(lab)
  const app = lab.application()
  const twoLegged = readTokenPair(await app.fetchToken())!
  const pair = await lab.tokens(app)
  await lab.call(pair.accessToken)
  await lab.call(pair.accessToken, { path: '/v1/accounts/nobody' })
  await lab.call('unknown-token-of-nobody')
  await app.refresh(pair.refreshToken)
  await app.fetchToken({ form: { grant_type: 'telepathy' } })
  const file = writeRecording('honest.har', harOf(entries))
  const { code, output } = await audit('--all', file)
  expect(output).toContain('\nConforms\n')
  expect(output).toContain(`${entries.length} judged: ${entries.length} clean`)
  expect(code).toBe(0)
  const json = await audit('--json', file)
  const secrets = [twoLegged.accessToken, pair.accessToken, pair.refreshToken, app.clientSecret]
  for (const secret of secrets) expect(output + json.output).not.toContain(secret)
})

test.describe('the audit', () => {
  const observed = JSON.stringify(samples.map(({ recorded }) => recorded))

  test('ends with 0 where nothing but observed deviations was found, and names them', async () => {
    const { code, output } = await audit(writeRecording('sandbox.json', observed))
    expect(output).toContain('transfer-made: POST /v1/moneyMovement/personalDomesticTransfers 200')
    expect(output).toContain('deviation  transfer-confirmation-capitals: The confirmation')
    expect(output).toContain(`hsts-not-sent (${samples.length}×)`)
    expect(code).toBe(0)
  })

  test('ends with 1 where something was found, in the words of the suite', async () => {
    const file = writeRecording('sandbox.json', observed)
    const { code, output } = await audit('--personality', 'documented', file)
    expect(output).toContain(
      [
        'token.response.no-store (MUST): a token response is never kept by a cache.',
        '  at        header Cache-Control',
        '  expected  no-store',
        '  actual    no-cache, max-age=0',
      ].join('\n'),
    )
    expect(output).toContain("repeat    curl -X POST 'https://sandbox.apihub.citi.com/gcb/api/")
    for (const secret of [sampleSecret, sampleToken, sampleRefresh]) expect(output).not.toContain(secret)
    expect(code).toBe(1)
  })

  test('ends with 2 where something could not be read, and judges the rest', async () => {
    const { code, output } = await audit(writeRecording('cut.har', harWith('time', 1).slice(0, -2)))
    expect(output).toContain('after entry 1\n  unreadable  nothing more could be read: it breaks off')
    expect(output).toContain('Conforms in what could be read\n  exchanges    1 judged')
    expect(code).toBe(2)
  })

  test('ends with 2 where nothing was there to judge', async () => {
    const { code, output } = await audit(
      writeRecording('cdn.har', harWith('request.url', 'https://cdn.example/a')),
    )
    expect(output).toContain('Nothing was judged')
    expect(output).toContain('1 × no document knows the address (cdn.example)')
    expect(code).toBe(2)
  })

  test('fails by a SHOULD when it is strict', async () => {
    const plain = harWith('request.url', 'https://api.bank.example/v1/accounts').replaceAll(
      '"Content-Type"',
      '"Cache-Control","value":"no-store"},{"name":"Content-Type"',
    )
    const file = writeRecording('plain.har', plain)
    expect(await audit(file)).toMatchObject({ code: 0 })
    expect(await audit('--strict', file)).toMatchObject({ code: 1 })
  })

  test('writes one JSON document when it is asked to', async () => {
    const { code, output } = await audit('--json', writeRecording('sandbox.json', observed))
    const { entries, summary } = JSON.parse(output) as {
      entries: { name: string; findings: { deviation: string; level: string }[] }[]
      summary: { exitCode: number; judged: number; deviations: { id: string; evidence: string }[] }
    }
    expect(entries.map(({ name }) => name)).toEqual(samples.map(({ recorded }) => recorded.id))
    expect(entries[0]?.findings[0]).toHaveProperty('deviation')
    expect(summary).toMatchObject({ exitCode: 0, judged: samples.length })
    expect(summary.deviations[0]?.evidence).toMatch(/\.$/)
    expect(code).toBe(0)
  })

  const wrong: readonly (readonly [args: readonly string[], words: string])[] = [
    [[], 'no file is named'],
    [['--market', 'xx', 'a.har'], '--market xx is unknown'],
    [['--personality', 'rude', 'a.har'], '--personality rude is unknown'],
    [['--fast', 'a.har'], 'the option --fast is unknown'],
  ]
  for (const [args, words] of wrong) {
    test(`says what is wrong with its options: ${words}`, async () => {
      const { code, output } = await audit(...args)
      expect(output).toContain(words)
      expect(code).toBe(2)
    })
  }

  test('tells how it is used', async () => {
    expect((await audit('--help')).output).toContain('Usage: npm run audit')
  })
})

test('the bar of a long audit tells share, exchanges and time to go', () => {
  expect(barOf(0.5, 1200, 3000)).toBe(`${'━'.repeat(15)}${'─'.repeat(15)} 50 %, 1200 exchanges, 3 s to go`)
  expect(barOf(0, 0, 10)).toBe(`${'─'.repeat(30)} 0 %, 0 exchanges`)
})
