import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { reportPaths } from './src/report/paths.ts'
import { environment, readReportsFolder } from './src/settings.ts'

const reports = reportPaths(readReportsFolder())

/** The tests of the suite itself; they look at no target, whatever the settings say. */
export default defineConfig({
  testDir: 'tests/self',
  outputDir: reports.testResults,
  timeout: 60_000,
  forbidOnly: environment()['CI'] !== undefined,
  workers: availableParallelism(),
  reporter: [
    [process.stdout.isTTY ? 'line' : 'dot'],
    ['./src/testing/verdict-reporter.ts', { outputFile: reports.verdict }],
  ],
  projects: [{ name: 'self' }],
})
