import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { root } from './run-script.ts'

interface Figures {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

const cases: Record<string, { status: string; totals: Figures[]; line: string }> = {
  'the figures of all runs': {
    status: '0',
    totals: [
      { passed: 3, failed: 0, skipped: 0 },
      { passed: 4, failed: 0, skipped: 0 },
    ],
    line: '7 passed, 0 failed',
  },
  'failed tests': { status: '1', totals: [{ passed: 3, failed: 2, skipped: 1 }], line: '3 passed, 2 failed' },
  'a step without tests that failed': {
    status: '1',
    totals: [{ passed: 3, failed: 0, skipped: 0 }],
    line: '3 passed, 1 failed',
  },
  'no figures at all': { status: '0', totals: [], line: '0 passed, 1 failed' },
}

for (const [title, { status, totals, line }] of Object.entries(cases))
  test(`the last line of CI counts ${title}`, ({}, testInfo) => {
    const folder = testInfo.outputPath('reports', 'totals')
    mkdirSync(folder, { recursive: true })
    for (const [index, figures] of totals.entries())
      writeFileSync(path.join(folder, `${index}.json`), JSON.stringify(figures))
    const output = execFileSync(process.execPath, [path.join(root, '.ci', 'totals.mjs'), status], {
      cwd: testInfo.outputPath(),
      encoding: 'utf8',
    })
    expect(output.trimEnd().split('\n').at(-1)).toBe(line)
  })
