import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { markets } from './src/markets/index.ts'
import { defects } from './src/mock/defects/index.ts'
import { selectionFor } from './src/testing/defect-selection.ts'
import type { SuiteOptions, WorkerOptions } from './src/testing/fixtures.ts'

/** One project per defect: the sandbox has exactly that one, and the tests that can notice it run. */
export default defineConfig<SuiteOptions, WorkerOptions>({
  testDir: 'tests',
  testIgnore: '**/self/**',
  outputDir: 'reports/test-results',
  timeout: 30_000,
  workers: availableParallelism(),
  reporter: [['./src/testing/proof-reporter.ts', { outputFile: 'reports/proof.json' }]],
  use: { trace: 'off', screenshot: 'off', video: 'off' },
  projects: defects.map((defect) => {
    const market = defect.market ?? 'in'
    return {
      name: defect.id,
      grep: selectionFor(defect),
      grepInvert: markets.filter(({ id }) => id !== market).map(({ id }) => new RegExp(`@only-${id}\\b`)),
      use: { marketId: market, defects: [defect.id] },
    }
  }),
})
