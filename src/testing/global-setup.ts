import path from 'node:path'
import process from 'node:process'
import type { FullConfig } from '@playwright/test'
import { budgetVariable } from '../budget/handed-down.ts'
import { connectBudget } from '../budget/remote.ts'
import { refuseSharedProvocation, wholeRun } from '../budget/shares.ts'
import { preflight } from '../doctor/examine.ts'
import { Patient } from '../doctor/patient.ts'
import { SettingsError } from '../errors.ts'
import type { CallBudget } from '../http/turns.ts'
import { defects } from '../mock/defects/index.ts'
import { partsOf } from '../mock/defects/pairs.ts'
import { isLive, provokesCap } from '../live-target.ts'
import { failureToText } from '../report/failure-text.ts'
import { readSettings, type Settings } from '../settings.ts'
import { openBudget } from './run-budget.ts'

const root = path.join(import.meta.dirname, '..', '..')

/** Stops a run that cannot work before its first test, with exit code 2. Playwright demands the default export. */
export default async function globalSetup({ shard, projects }: FullConfig): Promise<void> {
  // Makes Playwright leave out the picture of a page that it adds to a failure: it would show what a customer typed.
  tellWorkers('PLAYWRIGHT_NO_COPY_PROMPT', '1')
  try {
    const settings = readSettings()
    checkDefects(settings)
    refuseRetries(settings, projects)
    if (shard !== null && provokesCap(settings)) refuseSharedProvocation()
    const budgetUrl = await openBudget(settings, shard ?? wholeRun)
    tellWorkers(budgetVariable, budgetUrl ?? '')
    const budget = budgetUrl === undefined ? undefined : budgetOf(budgetUrl, settings)
    await preflight(new Patient({ folder: root, budget }))
  } catch (error) {
    process.stderr.write(`${failureToText(error)}\n`)
    process.exit(2)
  }
}

function tellWorkers(name: string, value: string): void {
  // eslint-disable-next-line no-restricted-properties -- written for Playwright's workers, not read as a setting
  process.env[name] = value
}

/** The preflight's part of the budget: a run that has no call for it cannot work. */
function budgetOf(url: string, settings: Settings): CallBudget {
  return connectBudget(url, {
    obeys: isLive(settings),
    waits: (ms) =>
      process.stderr.write(`waiting ${Math.ceil(ms / 1000)} s for the cap before the first call\n`),
    spent: (reason) => {
      throw new SettingsError('setting-invalid', `the preflight cannot make its calls: ${reason}`, {
        fix: 'raise CITI_CALLS_TOTAL, or run later',
      })
    },
  })
}

/** What a test spends on a live target is gone, so a second try would ask something else. */
function refuseRetries(settings: Settings, projects: FullConfig['projects']): void {
  if (!isLive(settings) || projects.every(({ retries }) => retries === 0)) return
  throw new SettingsError(
    'setting-invalid',
    'tests spend codes and tokens of a live target, so each runs once',
    {
      fix: 'leave --retries out',
    },
  )
}

function checkDefects({ defects: planted, prove = [] }: Settings): void {
  for (const [setting, ids] of Object.entries({ CITI_DEFECTS: planted, CITI_PROVE: prove })) {
    const unknown = ids.flatMap(partsOf).find((id) => !defects.some((defect) => defect.id === id))
    if (unknown !== undefined)
      throw new SettingsError(
        'setting-invalid',
        `${setting} names ${unknown}, which is no defect of the sandbox`,
        { fix: 'list them with `npm run mock -- --defects`' },
      )
  }
}
