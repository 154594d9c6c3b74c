import { mkdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { expect, test } from '@playwright/test'
import { reportPaths } from '../../src/report/paths.ts'
import type { Verdict } from '../../src/report/verdict.ts'
import { leaksIn, readArtifacts } from './artifacts.ts'
import { Eavesdropper } from './eavesdropper.ts'
import { runScript, tsx } from './run-script.ts'
import { startTarget } from './sandbox-target.ts'

/** The call that ends a login: one for each time that the tokens of a customer were fetched. */
const codeExchange = '/authCode/oauth2/token/sg/gcb'

/** The address under which workers share tokens: who knows it may ask for them. */
const sharedAddress = /127\.0\.0\.1:\d+\/[0-9a-f]{48}/

/** Counts the code exchanges that the sandboxes of this process see, until it is told to stop. */
function countCodeExchanges(): { stop: () => number } {
  let seen = 0
  const started = 'http.server.request.start'
  const see = (message: unknown) => {
    const { request } = message as { request: IncomingMessage }
    if (request.url?.endsWith(codeExchange) === true) seen += 1
  }
  subscribe(started, see)
  return { stop: () => (unsubscribe(started, see), seen) }
}

test('three workers, some of which start again after a failed test, log in once and make the planned calls', async ({}, testInfo) => {
  const folder = testInfo.outputPath('reports')
  mkdirSync(folder)
  const { sandbox, settings } = await startTarget(folder)
  await sandbox.control.switchOn(['token-cacheable'])
  const exchanges = countCodeExchanges()
  const ear = new Eavesdropper()
  const files = ['tests/errors/bearer.spec.ts', 'tests/shapes/accounts.spec.ts']
  const { output } = await runScript(
    [tsx, 'src/commands/conformance.ts', '--standard', '--workers', '3', '--trace', 'on', ...files],
    {
      ...settings,
      CITI_CONTROL_URL: '',
    },
  )
  const seen = exchanges.stop()
  ear.stop()
  await sandbox.close()
  const { calls, totals } = JSON.parse(readFileSync(reportPaths(folder).verdict, 'utf8')) as Verdict
  expect(seen).toBe(1)
  expect(totals.testsByOutcome.failed).toBeGreaterThan(0)
  expect(totals.testsByOutcome.passed).toBeGreaterThan(0)
  expect(calls?.made).toBe(calls?.planned)

  const artifacts = [{ file: 'output', text: output }, ...readArtifacts(folder)]
  expect(ear.secrets.length).toBeGreaterThan(0)
  expect(leaksIn(artifacts, ear.secrets)).toEqual([])
  expect(artifacts.filter(({ text }) => sharedAddress.test(text)).map(({ file }) => file)).toEqual([])
})
