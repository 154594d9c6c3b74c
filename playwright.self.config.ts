import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { reportPaths } from './src/report/paths.ts'
import { environment, readReportsFolder } from './src/settings.ts'

const reports = reportPaths(readReportsFolder())

/** The tests of the suite itself; they look at no target, whatever the settings say. */
export default defineConfig({
  testDir: 'tests/self',
  outputDir: reports.testResults,
  // Some of them run the suite themselves, and a busy machine takes its time; no test waits for this to pass.
  timeout: 180_000,
  forbidOnly: environment()['CI'] !== undefined,
  workers: availableParallelism(),
  reporter: [
    [process.stdout.isTTY ? 'line' : 'dot'],
    ['./src/testing/verdict-reporter.ts', { outputFile: reports.verdict }],
  ],
  projects: [{ name: 'self' }],
})
