import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { reportPaths } from './src/report/paths.ts'
import { readReportsFolder } from './src/settings.ts'
import { unneededTag } from './src/testing/defect-selection.ts'

const reports = reportPaths(readReportsFolder())

/** The proof: the tests that can notice a defect run under it, for each defect; see src/commands/prove.ts. */
export default defineConfig({
  testDir: 'tests',
  testIgnore: '**/self/**',
  grepInvert: new RegExp(unneededTag),
  outputDir: reports.testResults,
  globalSetup: './src/testing/global-setup.ts',
  timeout: 120_000,
  workers: availableParallelism(),
  reporter: [['./src/testing/proof-reporter.ts', { outputFile: reports.proof }]],
  use: { trace: 'off', screenshot: 'off', video: 'off' },
})
