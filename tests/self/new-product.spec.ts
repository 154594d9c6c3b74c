import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, expect } from '@playwright/test'
import { reportPaths } from '../../src/report/paths.ts'
import type { Verdict } from '../../src/report/verdict.ts'
import type { RequirementId } from '../../src/requirements/index.ts'
import { playwright, root, runScript, tsx } from './run-script.ts'

/** Settings that choose the project's documents with one more beside them, and what is derived from all of them. */
const test = base.extend<object, { contractSettings: Record<string, string> }>({
  contractSettings: [
    async ({}, use) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'new-product-'))
      const settings = {
        CITI_SPECS: path.join(folder, 'specs'),
        CITI_SCHEMAS: path.join(folder, 'schemas'),
        CITI_MARKET: 'sg',
      }
      cpSync(path.join(root, 'specs'), settings.CITI_SPECS, { recursive: true })
      const document = path.join(import.meta.dirname, 'safe-boxes.yaml')
      cpSync(document, path.join(settings.CITI_SPECS, 'safe-boxes.yaml'))
      await runScript([tsx, 'src/commands/schemas.ts'], settings)
      await use(settings)
      rmSync(folder, { recursive: true })
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

/** What the made-up product's one document must give: questions about its list, its reading and its update. */
const derived: readonly RequirementId[] = [
  'bearer.missing.401',
  'bearer.unknown',
  'bearer.expired',
  'bearer.revoked',
  'bearer.foreign-client',
  'bearer.scope',
  'bearer.wrong-grant',
  'access.object.unknown',
  'access.object.foreign',
  'access.object.indistinct',
  'request.header.required',
  'request.parameter.invalid',
  'request.body.required',
  'request.body.invalid',
  'http.method.not-allowed',
  'http.accept.unsupported',
  'http.body.unsupported-type',
  'http.body.malformed',
  'http.body.too-large',
  'error.500.envelope',
  'shape.operation.succeeds',
]

/** Runs the tests of the made-up product alone. */
async function runNewProduct(settings: Readonly<Record<string, string>>, reports: string): Promise<Verdict> {
  const args = [playwright, 'test', '--grep', 'safe-boxes|safeBoxes|@bearer\\.expired']
  const { output } = await runScript(args, { ...settings, CITI_REPORTS: reports })
  const { verdict } = reportPaths(reports)
  expect(output).toContain(verdict)
  return JSON.parse(readFileSync(verdict, 'utf8')) as Verdict
}

test.describe('a product that one new document describes', () => {
  test.describe.configure({ timeout: 120_000 })

  test('is tested and served without a line of code', async ({ contractSettings }, testInfo) => {
    const verdict = await runNewProduct(contractSettings, testInfo.outputPath('reports'))
    const proved = verdict.requirements.filter(({ tests }) => tests > 0).map(({ id }) => id)
    expect(proved).toEqual(expect.arrayContaining([...derived]))
    expect(verdict).toMatchObject({
      conclusion: 'conforms',
      totals: { testsByOutcome: { failed: 0, notObserved: 0 }, notRun: 0 },
    })
  })

  test('is found at fault where the sandbox takes a body without a required field', async ({
    contractSettings,
  }, testInfo) => {
    const settings = { ...contractSettings, CITI_DEFECTS: 'required-field-optional' }
    const verdict = await runNewProduct(settings, testInfo.outputPath('reports'))
    const failed = verdict.requirements.filter(({ status }) => status === 'failed')
    expect(failed.map(({ id, findings }) => [id, findings.map(({ operation }) => operation)])).toEqual([
      ['request.body.required', ['updateSafeBox']],
    ])
  })
})
