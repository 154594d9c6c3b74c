import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { handedRehearsal } from './src/budget/handed-down.ts'
import { provokesCap } from './src/live-target.ts'
import { reportPaths } from './src/report/paths.ts'
import { environment, readReportsFolder, readSettings, type Settings } from './src/settings.ts'

/** Settings, or undefined when they are wrong: the global setup then says so and stops the run. */
function settingsIfValid(): Settings | undefined {
  try {
    return readSettings()
  } catch {
    return undefined
  }
}

const env = environment()
const settings = settingsIfValid()
const rehearsal = handedRehearsal()
const reports = reportPaths(readReportsFolder())
const allureOptions = { resultsDir: reports.allureResults, detail: false, suiteTitle: false }

export default defineConfig({
  testDir: 'tests',
  outputDir: reports.testResults,
  globalSetup: './src/testing/global-setup.ts',
  // A test may ask every operation of a product in turn, and a live target is slow.
  timeout: 120_000,
  forbidOnly: env['CI'] !== undefined,
  // Behind an address there is one clock for all tests, so such a run has one worker.
  workers: settings?.baseUrl === undefined ? availableParallelism() : 1,
  reporter:
    rehearsal === undefined
      ? [
          [process.stdout.isTTY ? 'line' : 'dot'],
          ['allure-playwright', allureOptions],
          ['./src/testing/progress-reporter.ts'],
          ['./src/testing/verdict-reporter.ts', { outputFile: reports.verdict }],
        ]
      : [['./src/testing/rehearsal-reporter.ts', { outputFile: rehearsal.file }]],
  use: { trace: 'off', screenshot: 'off', video: 'off' },
  // A teardown runs after everything else, whatever became of that, and nothing runs beside it.
  projects:
    settings !== undefined && provokesCap(settings)
      ? [
          { name: 'conformance', testIgnore: ['**/self/**', '**/provoked/**'], teardown: 'provoked' },
          { name: 'provoked', testMatch: '**/provoked/**', workers: 1 },
        ]
      : [{ name: 'conformance', testIgnore: '**/self/**' }],
})
