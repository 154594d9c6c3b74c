import { mkdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { mostProvokingCalls } from '../../src/budget/provoking.ts'
import { reportPaths } from '../../src/report/paths.ts'
import type { Verdict } from '../../src/report/verdict.ts'
import { CallLog, type LoggedCall } from './call-log.ts'
import { credentials } from './complaint.ts'
import { playwright, runScript, tsx } from './run-script.ts'
import { startTarget } from './sandbox-target.ts'

const cap = 40
const others = ['--grep', '@(token.scope.invalid|token.grant|http.path)', '--workers', '3']

interface ProvokedRun {
  readonly output: string
  readonly verdict: Verdict
  readonly calls: readonly LoggedCall[]
}

/** Runs a few tests, and those of the cap, against a sandbox in live mode, with real time. */
async function run(
  folder: string,
  settings: Record<string, string>,
  defects: readonly string[] = [],
): Promise<ProvokedRun> {
  mkdirSync(folder)
  const target = await startTarget(folder, { clock: 'running', quota: cap })
  await target.sandbox.control.switchOn(defects)
  const { applications } = await target.sandbox.control.credentials()
  const other = applications.find(({ role }) => role === 'other')!
  const log = new CallLog()
  const { output } = await runScript([playwright, 'test', ...others], {
    ...target.settings,
    CITI_CONTROL_URL: '',
    CITI_SECOND_CLIENT_ID: other.clientId,
    CITI_SECOND_CLIENT_SECRET: other.clientSecret,
    ...settings,
  })
  log.stop()
  await target.sandbox.close()
  const verdict = JSON.parse(readFileSync(reportPaths(folder).verdict, 'utf8')) as Verdict
  return { output, verdict, calls: log.calls }
}

/** What a verdict says of the cap, by requirement. */
function rowsOf({ requirements }: Verdict): Record<string, { status: string; reason: string }> {
  const rows = requirements.filter(({ id }) => id.startsWith('ratelimit.'))
  return Object.fromEntries(rows.map(({ id, status, reason = '' }) => [id, { status, reason }]))
}

test('the cap of a live target is spent last and alone, whatever the number of workers, and comes back', async ({}, testInfo) => {
  testInfo.setTimeout(240_000)
  const { verdict, calls, output } = await run(testInfo.outputPath('reports'), { CITI_WITH_429: 'true' })
  const { made = 0, refused, provoked = 0 } = verdict.calls ?? {}
  const [before, last] = [calls.slice(0, made - provoked), calls.slice(made - provoked)]
  expect(calls).toHaveLength(made)
  expect(provoked).toBeLessThanOrEqual(mostProvokingCalls(cap))
  expect(refused).toBe(0)
  expect(before.filter(({ status }) => status === 429)).toEqual([])
  expect(last[0]?.beside).toBe(0)
  expect(last.filter(({ status }) => status === 429).length).toBeGreaterThan(0)
  // What the other tests call is not among them.
  expect(last.filter(({ status }) => status === 404)).toEqual([])
  expect(output).toContain('the cap is spent: waiting')
  expect(output).toContain('to spend the cap on purpose, none of the others refused by the cap')
  for (const [id, { status }] of Object.entries(rowsOf(verdict)))
    expect.soft(`${id} ${status}`).toMatch(/ passed$|limit-60 not-observed$|limit-60 failed$/)
})

test('findings of other tests do not keep the cap from being spent, and one that is missing is found', async ({}, testInfo) => {
  const { verdict } = await run(testInfo.outputPath('reports'), { CITI_WITH_429: 'true' }, [
    'no-cap',
    'any-scope',
  ])
  const failed = verdict.requirements.filter(({ status }) => status === 'failed').map(({ id }) => id)
  expect(failed).toEqual(expect.arrayContaining(['ratelimit.429.status', 'token.scope.invalid']))
  expect(rowsOf(verdict)['ratelimit.window.recovers']).toEqual({
    status: 'not-observed',
    reason: 'unclear: no call was refused for the cap',
  })
})

test('at the total of a run the cap is not spent any further, and the reason is told', async ({}, testInfo) => {
  const { verdict } = await run(testInfo.outputPath('reports'), {
    CITI_WITH_429: 'true',
    CITI_CALLS_TOTAL: '18',
  })
  expect(verdict.calls?.made).toBe(18)
  const reason = 'the budget of 18 calls is spent (CITI_CALLS_TOTAL)'
  expect(rowsOf(verdict)['ratelimit.429.status']).toEqual({ status: 'not-observed', reason })
  expect(rowsOf(verdict)['ratelimit.window.recovers']).toEqual({ status: 'not-observed', reason })
})

for (const script of [
  [tsx, 'src/commands/conformance.ts', '--with-429'],
  [playwright, 'test'],
])
  test(`a shard that would spend the cap is refused before anything is sent: ${script[1]}`, async () => {
    const settings = { ...credentials, CITI_BASE_URL: 'https://bank.example', CITI_WITH_429: 'true' }
    expect(await runScript([...script, '--shard', '1/2'], settings)).toEqual({
      code: 2,
      output:
        '--with-429 spends the cap of a live target, from which every shard calls\n' +
        '  fix: leave --shard or --with-429 (CITI_WITH_429) out\n',
    })
  })
