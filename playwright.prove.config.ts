import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { unneededTag } from './src/testing/defect-selection.ts'

/** The proof: the tests that can notice a defect run under it, for each defect; see src/commands/prove.ts. */
export default defineConfig({
  testDir: 'tests',
  testIgnore: '**/self/**',
  grepInvert: new RegExp(unneededTag),
  outputDir: 'reports/test-results',
  globalSetup: './src/testing/global-setup.ts',
  timeout: 30_000,
  workers: availableParallelism(),
  reporter: [['./src/testing/proof-reporter.ts', { outputFile: 'reports/proof.json' }]],
  use: { trace: 'off', screenshot: 'off', video: 'off' },
})
