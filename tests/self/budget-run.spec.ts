import { mkdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { reportPaths } from '../../src/report/paths.ts'
import type { Verdict } from '../../src/report/verdict.ts'
import { credentials } from './complaint.ts'
import { playwright, runScript, tsx } from './run-script.ts'
import { startTarget } from './sandbox-target.ts'

/** Runs tests against a sandbox without a control plane and returns the verdict. */
async function runLive(
  folder: string,
  script: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<{ code: number; output: string; verdict: Verdict }> {
  mkdirSync(folder)
  const { sandbox, settings: target } = await startTarget(folder)
  const { code, output } = await runScript(script, {
    ...target,
    CITI_CONTROL_URL: '',
    CITI_CUSTOMER: '',
    CITI_CUSTOMER_PASSWORD: '',
    ...settings,
  })
  await sandbox.close()
  const verdict = JSON.parse(readFileSync(reportPaths(folder).verdict, 'utf8')) as Verdict
  return { code, output, verdict }
}

test.describe('a run with a total of calls', () => {
  const reason = 'the budget of 3 calls is spent (CITI_CALLS_TOTAL)'

  test('stops asking at it, whatever the number of workers, and tells what it did not see', async ({}, testInfo) => {
    const args = [
      playwright,
      'test',
      '--grep',
      '@(token.value.unique|token.scope.invalid|token.grant)',
      '--workers',
      '3',
    ]
    const { code, output, verdict } = await runLive(testInfo.outputPath('reports'), args, {
      CITI_CALLS_TOTAL: '3',
    })
    expect(verdict.calls).toEqual({ made: 3, refused: 0 })
    expect(verdict.totals.testsByOutcome.notObserved).toBeGreaterThan(1)
    expect(verdict.requirements.find(({ id }) => id === 'token.value.unique')).toMatchObject({
      status: 'not-observed',
      reason,
    })
    expect(output).toContain('calls        3 made, none refused by the cap')
    expect(code).toBe(0)
  })

  test('has a share of it in each shard', async ({}, testInfo) => {
    const args = [playwright, 'test', '--grep', '@token', '--shard', '2/2']
    const { verdict } = await runLive(testInfo.outputPath('reports'), args, { CITI_CALLS_TOTAL: '7' })
    expect(verdict.calls).toEqual({ made: 3, refused: 0 })
  })
})

test('a run under the standard plan makes exactly the calls that were planned', async ({}, testInfo) => {
  const args = [tsx, 'src/commands/conformance.ts', '--standard', 'tests/token-flows/token-request.spec.ts']
  const { output, verdict } = await runLive(testInfo.outputPath('reports'), args, {})
  expect(output).toMatch(/^The standard plan: \d+ calls/)
  expect(verdict.calls?.made).toBe(verdict.calls?.planned)
  expect(verdict.calls?.refused).toBe(0)
  expect(verdict.totals.testsByOutcome.passed).toBeGreaterThan(0)
  const reasons = verdict.requirements.flatMap(({ reason }) => reason ?? [])
  expect(reasons.join()).toContain('the standard plan leaves it out')
})

test('tests of a live target run once: retries are refused before anything is sent', async () => {
  const settings = { ...credentials, CITI_BASE_URL: 'https://bank.example' }
  const args = [playwright, 'test', '--retries', '1', '--grep', '@token.value.unique']
  expect(await runScript(args, settings)).toEqual({
    code: 2,
    output: 'tests spend codes and tokens of a live target, so each runs once\n  fix: leave --retries out\n',
  })
})
