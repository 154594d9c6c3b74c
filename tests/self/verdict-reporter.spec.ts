import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, type TestInfo } from '@playwright/test'
import type { Verdict } from '../../src/report/verdict.ts'
import { playwright, root, runScript } from './run-script.ts'

const reporter = path.join(root, 'src', 'testing', 'verdict-reporter.ts')

/** A small run: a test with a record, one that ended before it could leave one, one of the project itself. */
const spec = `
import { test } from '@playwright/test'
const story = (description) => ({ tag: '@sg', annotation: { type: 'allure.label.story', description } })
const record = { market: 'sg', requirement: 'refresh.flow.new-pair', judged: { 'token.response.no-store': 2 }, findings: [], exchanges: 2 }
test('leaves a record', story('refresh.flow.new-pair'), async ({}, testInfo) => {
  testInfo.annotations.push({ type: '_verdict', description: JSON.stringify(record) })
})
test('is lost', story('expiry.code.120s'), () => { throw new Error('the sandbox did not start') })
test('is of the project', () => {})
test('is interrupted', async () => {
  const signal = { true: 'SIGINT', false: 'SIGKILL' }[process.env['CITI_STRICT']]
  if (signal === undefined) return
  process.kill(process.ppid, signal)
  await new Promise(() => {})
})
`

function prepare(testInfo: TestInfo): { folder: string; file: string; config: string } {
  const folder = testInfo.outputPath('inner')
  const file = path.join(folder, 'out', 'verdict.json')
  const config = path.join(folder, 'playwright.config.ts')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'small.spec.ts'), spec)
  const reporters = JSON.stringify([[reporter, { outputFile: file }]])
  writeFileSync(config, `export default { testDir: '.', workers: 1, reporter: ${reporters} }\n`)
  return { folder, file, config }
}

function read(file: string): Verdict {
  return JSON.parse(readFileSync(file, 'utf8')) as Verdict
}

test('a run leaves a whole verdict, prints it, and fails on findings', async ({}, testInfo) => {
  const { file, config } = prepare(testInfo)
  const { code, output } = await runScript([playwright, 'test', '--config', config])
  const { conclusion, complete, markets, totals, requirements } = read(file)
  expect({ code, conclusion, complete, markets }).toEqual({
    code: 1,
    conclusion: 'findings',
    complete: true,
    markets: ['sg'],
  })
  expect(totals).toMatchObject({ tests: 2, checks: 2, exchanges: 2, notRun: 0 })
  expect(totals.projectTests).toEqual({ passed: 2, failed: 0, notObserved: 0 })
  expect(requirements.find(({ id }) => id === 'expiry.code.120s')).toMatchObject({
    status: 'failed',
    findings: [{ at: 'test', actual: 'Error: the sandbox did not start', market: 'sg' }],
  })
  expect(output).toContain('\nFindings\n')
  expect(readdirSync(path.dirname(file)).sort()).toEqual(['totals', 'verdict.json'])
})

test('a run that is cut off leaves an incomplete verdict', async ({}, testInfo) => {
  const { file, config } = prepare(testInfo)
  const { code } = await runScript([playwright, 'test', '--config', config], { CITI_STRICT: 'true' })
  expect(code).not.toBe(0)
  expect(read(file)).toMatchObject({ conclusion: 'incomplete', complete: false, totals: { tests: 2 } })
})

test('a run that is killed leaves what it had found, as incomplete', async ({}, testInfo) => {
  const { file, config } = prepare(testInfo)
  const run = runScript([playwright, 'test', '--config', config], { CITI_STRICT: 'false' })
  expect(await run).toMatchObject({ code: -1 })
  expect(read(file)).toMatchObject({ conclusion: 'incomplete', complete: false, totals: { tests: 1 } })
})

test('a run of the project alone leaves no verdict', async ({}, testInfo) => {
  const { file, config } = prepare(testInfo)
  const { code } = await runScript([playwright, 'test', '--config', config, '--grep', 'of the project'])
  expect({ code, files: readdirSync(path.dirname(file)) }).toEqual({ code: 0, files: ['totals'] })
})

test('the parts of a run on several machines give one verdict', async ({}, testInfo) => {
  const { folder, file, config } = prepare(testInfo)
  const blob = path.join(folder, 'blob')
  const parts = ['leaves a record', 'is of the project'].map((title, index) =>
    runScript([playwright, 'test', '--config', config, '--grep', title, '--reporter', 'blob'], {
      PLAYWRIGHT_BLOB_OUTPUT_FILE: path.join(blob, `${index}.zip`),
    }),
  )
  expect((await Promise.all(parts)).map(({ code }) => code)).toEqual([0, 0])
  await runScript([playwright, 'merge-reports', '--config', config, blob])
  expect(read(file)).toMatchObject({
    conclusion: 'conforms',
    totals: { tests: 1, projectTests: { passed: 1 } },
  })
})
