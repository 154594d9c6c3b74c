import { mkdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { reportPaths } from '../../src/report/paths.ts'
import type { Verdict } from '../../src/report/verdict.ts'
import type { RequirementId } from '../../src/requirements/index.ts'
import { playwright, runScript } from './run-script.ts'
import { startTarget } from './sandbox-target.ts'

const unseen: Record<string, { id: RequirementId; without: Record<string, string>; reason: string }> = {
  'without a redirect URI': {
    id: 'authorize.state.echoed',
    without: { CITI_REDIRECT_URI: '' },
    reason: 'no redirect URI of the application is known: set CITI_REDIRECT_URI',
  },
  'without a control plane': {
    id: 'expiry.code.120s',
    without: { CITI_CONTROL_URL: '' },
    reason:
      'the target offers no control plane (CITI_CONTROL_URL); nothing is parked without CITI_PARKED_KEY',
  },
}

for (const [title, { id, without, reason }] of Object.entries(unseen))
  test(`a target ${title} leaves what needs it not observed, with the reason`, async ({}, testInfo) => {
    const folder = testInfo.outputPath('reports')
    mkdirSync(folder)
    const { sandbox, settings } = await startTarget(folder)
    // Beside it one test that needs nothing, since a run that observes nothing at all reaches no verdict.
    const args = ['test', '--grep', `@(${id}|token.value.unique)`]
    const { code } = await runScript([playwright, ...args], { ...settings, ...without })
    await sandbox.close()
    const { requirements } = JSON.parse(readFileSync(reportPaths(folder).verdict, 'utf8')) as Verdict
    expect(requirements.find((row) => row.id === id)).toMatchObject({
      status: 'not-observed',
      reason: expect.stringContaining(reason),
    })
    expect(code).toBe(0)
  })
