import { mkdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { deviations } from '../../src/deviations/index.ts'
import { defects } from '../../src/mock/defects/index.ts'
import { observedDefects } from '../../src/mock/observed/index.ts'
import { reportPaths } from '../../src/report/paths.ts'
import type { Verdict } from '../../src/report/verdict.ts'
import { runScript, tsx } from './run-script.ts'
import { withSandbox } from './sandbox-lab.ts'
import { startTarget } from './sandbox-target.ts'

/** The markets in which the deviations were seen, and one more that lists cards. */
const seenIn = 'bh,sg,hk,in'

test('the suite reports exactly the observed deviations of a sandbox that imitates them', async ({}, testInfo) => {
  test.setTimeout(600_000)
  const folder = testInfo.outputPath('reports')
  const args = [tsx, 'src/commands/conformance.ts', '--personality', 'observed', '--market', seenIn]
  const { code, output } = await runScript(args, { CITI_REPORTS: folder })
  const verdict = JSON.parse(readFileSync(reportPaths(folder).verdict, 'utf8')) as Verdict
  const unexplained = verdict.requirements.flatMap(({ id, findings }) =>
    findings.flatMap((finding) => (finding.deviation === undefined ? { id, ...finding } : [])),
  )
  expect(unexplained).toEqual([])
  expect(verdict.deviations.filter(({ status }) => status !== 'seen').map(({ id }) => id)).toEqual([])
  expect(verdict.conclusion).toBe('conforms')
  expect(output).toContain('deviation    http.hsts: hsts-not-sent: No answer asks for HTTPS')
  expect(code).toBe(0)
})

test('a deviation that stops showing is told, and the run ends with findings', async ({}, testInfo) => {
  const folder = testInfo.outputPath('reports')
  mkdirSync(folder)
  const { sandbox, settings } = await startTarget(folder)
  const { code, output } = await runScript(
    [tsx, 'src/commands/conformance.ts', '--grep', '@token.client-auth.basic'],
    { ...settings, CITI_PERSONALITY: 'observed' },
  )
  await sandbox.close()
  expect(output).toMatch(/gone {9}hsts-not-sent: none of \d+ exchanges showed this deviation/)
  expect(output).toContain('\nFindings\n')
  expect(code).toBe(1)
})

test('every deviation is a defect of the sandbox that anybody can switch on', () => {
  expect(observedDefects.map(({ id }) => id)).toEqual(deviations.map(({ id }) => id))
  const ids = defects.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('the personality outlives a reset', async () => {
  await withSandbox({ personality: 'observed' }, async (lab) => {
    await lab.control.reset()
    const { exchange } = await lab.application().fetchToken()
    expect(exchange.response.headers.map(([name]) => name)).not.toContain('strict-transport-security')
  })
})
