import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import path from 'node:path'

/**
 * Compares the suite with the least that Playwright can do: the same number of tests, one request and one
 * asserted status each. Both run in turn on the same machine; the ratio of the medians is the result.
 */
const rounds = 3
const root = path.join(import.meta.dirname, '..')
const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli')

const baselineHead = `import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test as base } from '@playwright/test'

const test = base.extend<object, { url: string }>({
  url: [async ({}, use) => {
    const server = createServer((_, response) => response.end('{}')).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    await use(\`http://127.0.0.1:\${(server.address() as AddressInfo).port}\`)
    server.closeAllConnections()
    server.close()
  }, { scope: 'worker' }],
})
`

const folder = mkdtempSync(path.join(root, 'bench', '.baseline-'))
try {
  const suiteTimes: number[] = []
  const emptyTimes: number[] = []
  for (let round = 0; round < rounds; round++) {
    suiteTimes.push(timeSuite())
    const count = countTests()
    writeBaseline(count)
    emptyTimes.push(time(['test', '--config', path.join(folder, 'playwright.config.ts')]))
    console.log(
      `round ${round + 1}: ${count} tests, suite ${suiteTimes.at(-1)} ms, empty tests ${emptyTimes.at(-1)} ms`,
    )
  }
  const [suite, empty] = [median(suiteTimes), median(emptyTimes)]
  console.log(
    `suite / empty tests of the same number: ${(suite / empty).toFixed(2)} (medians ${suite} and ${empty} ms of ${rounds} rounds)`,
  )
} finally {
  rmSync(folder, { recursive: true })
}

function timeSuite(): number {
  return time(['test', '--project', 'conformance'])
}

function time(args: readonly string[]): number {
  const start = performance.now()
  const { status } = spawnSync(process.execPath, [playwright, ...args], { cwd: root, stdio: 'ignore' })
  if (status !== 0) throw new Error(`playwright ${args.join(' ')} ended with ${status}`)
  return Math.round(performance.now() - start)
}

function countTests(): number {
  const verdict = JSON.parse(readFileSync(path.join(root, 'reports', 'verdict.json'), 'utf8')) as {
    totals: { tests: number }
  }
  return verdict.totals.tests
}

function writeBaseline(count: number): void {
  const files = 16
  const perFile = Math.ceil(count / files)
  for (let file = 0; file < files; file++) {
    const tests = Array.from({ length: Math.min(perFile, count - file * perFile) }, (_, index) =>
      baselineTest(file * perFile + index),
    )
    writeFileSync(path.join(folder, `file-${file}.spec.ts`), `${baselineHead}${tests.join('')}`)
  }
  writeFileSync(
    path.join(folder, 'playwright.config.ts'),
    `export default { testDir: '.', workers: ${availableParallelism()}, reporter: 'dot', outputDir: './out' }\n`,
  )
}

function baselineTest(index: number): string {
  return `\ntest('answers ${index}', async ({ url, request }) => {\n  expect((await request.get(url)).status()).toBe(200)\n})\n`
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0
}
