import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { test as base, expect, type Page } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import { reportPaths } from '../../src/report/paths.ts'
import type { Verdict } from '../../src/report/verdict.ts'
import { requirementOf } from '../../src/requirements/index.ts'
import { launchChromium, noChromium } from '../../src/testing/chromium.ts'
import { leaksIn, readArtifacts } from './artifacts.ts'
import { Eavesdropper } from './eavesdropper.ts'
import { runScript, tsx } from './run-script.ts'
import { startTarget } from './sandbox-target.ts'

const test = base.extend<{ reportPage: Page }>({
  reportPage: async ({}, use) => {
    const browser = await launchChromium()
    test.skip(browser === undefined, noChromium)
    await use(await browser!.newPage({ viewport: { width: 1400, height: 900 } }))
    await browser!.close()
  },
})

/** Tests of every operation, which carry the same secrets in the same places as the others do. */
const alikeInSecrets = 'errors/(access|http|objects|requests)'

function readVerdict(folder: string): Verdict {
  return JSON.parse(readFileSync(reportPaths(folder).verdict, 'utf8')) as Verdict
}

test('nothing under the folder of reports holds a secret that went over the wire, traces included', async ({}, testInfo) => {
  test.slow()
  const folder = testInfo.outputPath('reports')
  mkdirSync(folder)
  const { sandbox, settings } = await startTarget(folder)
  const { applications, customers } = await sandbox.control.credentials()
  const ear = new Eavesdropper()
  const args = [tsx, 'src/commands/conformance.ts', '--trace', 'on', '--grep-invert', alikeInSecrets]
  const { output } = await runScript(args, settings)
  ear.stop()
  await sandbox.close()

  const known = [
    ...applications.map((application) => application.clientSecret),
    ...customers.map(({ password }) => password),
  ]
  const artifacts = [{ file: 'output', text: output }, ...readArtifacts(folder)]
  expect(leaksIn(artifacts, [...ear.secrets, ...known])).toEqual([])

  // The search proves something only when there was much to find and much to search.
  const { target, totals, requirements } = readVerdict(folder)
  expect(target).toBe(sandbox.baseUrl)
  expect(ear.requests).toBeGreaterThanOrEqual(totals.exchanges)
  const flows = requirements.filter(({ id }) => /^(token|authorize|refresh|revoke|expiry)\./.test(id))
  expect(ear.secrets.length).toBeGreaterThan(flows.reduce((sum, { tests }) => sum + tests, 0))
  const withoutTrace = requirements.find(({ id }) => id === 'authorize.flow.browser')!
  const traces = new Set(artifacts.flatMap(({ file }) => /test-results.*trace\.zip(?=!)/.exec(file) ?? []))
  expect(traces.size).toBe(totals.tests - withoutTrace.tests - withoutTrace.notObserved)
})

test('the search finds a secret as it stands, in an archive, and in what a page embeds', ({}, testInfo) => {
  const secret = 'canary-0f6b1c'
  const text = strToU8(`before ${secret} after, and enough around it to be worth encoding`)
  const files = {
    'plain.txt': text,
    'archive.zip': zipSync({ 'inner.txt': text }),
    'page.html': strToU8(`<script>const data = '${Buffer.from(text).toString('base64')}'</script>`),
    'clean.txt': strToU8('nothing'),
  }
  const folder = testInfo.outputPath('searched')
  mkdirSync(folder)
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content)
  expect(
    leaksIn([...readArtifacts(folder)], [secret])
      .map((leak) => path.basename(leak))
      .sort(),
  ).toEqual(['archive.zip!inner.txt', 'page.html (embedded)', 'plain.txt'])
})

test('the report shows a failing requirement in its own words', async ({ reportPage }, testInfo) => {
  const folder = testInfo.outputPath('reports')
  const args = [tsx, 'src/commands/conformance.ts', '--grep', '@token.value.unique']
  const { code } = await runScript(args, {
    CITI_DEFECTS: 'token-cacheable',
    CITI_MARKET: 'sg',
    CITI_REPORTS: folder,
  })
  expect(code).toBe(1)
  const failed = readVerdict(folder).requirements.filter(({ status }) => status === 'failed')
  expect(failed.map(({ id }) => id)).toContain('token.response.no-store')

  const remote: string[] = []
  reportPage.on('request', (request) => {
    if (/^https?:/.test(request.url())) remote.push(request.url())
  })
  await reportPage.goto(pathToFileURL(reportPaths(folder).allurePage).href)
  await reportPage.getByText('two calls never give the same token').click()
  for (const { id, level } of failed)
    await expect(
      reportPage
        .getByText(`${id} (${level}): ${requirementOf(id).text}`)
        .filter({ visible: true })
        .first(),
    ).toBeInViewport()
  expect(remote).toEqual([])
})
