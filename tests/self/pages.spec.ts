import { test as base, expect, type Page } from '@playwright/test'
import { decide } from '../../src/readiness/decide.ts'
import { readinessPage } from '../../src/readiness/page.ts'
import { readPolicy } from '../../src/readiness/policy.ts'
import { buildProof } from '../../src/report/proof.ts'
import { proofPage } from '../../src/report/proof-page.ts'
import { defects } from '../../src/mock/defects/index.ts'
import { launchChromium, noChromium } from '../../src/testing/chromium.ts'
import { faintTexts, overflowOf } from './page-facts.ts'
import { runWith, startedAt } from './readiness-run.ts'
import path from 'node:path'
import { root } from './run-script.ts'

const test = base.extend<{ sheet: Page }>({
  sheet: async ({}, use) => {
    const browser = await launchChromium()
    test.skip(browser === undefined, noChromium)
    await use(await browser!.newPage())
    await browser!.close()
  },
})

const verdict = runWith({
  'error.shape': {
    status: 'failed',
    findings: [
      {
        at: '/code',
        expected: 'a known code',
        actual: 'x'.repeat(300),
        operation: 'listAccounts',
        market: 'sg',
        count: 3,
        repeat: `curl -X GET 'https://bank.example/${'path/'.repeat(60)}'`,
      },
    ],
  },
  'expiry.code.120s': { status: 'not-observed', reason: 'the target has no control plane' },
})
const policy = readPolicy(path.join(root, 'readiness.yaml'), path.join(root, 'readiness.schema.json'))
const readiness = decide(verdict, policy, new Date(startedAt))
const trend = { failingSince: { 'error.shape': startedAt }, newlyPassing: [] }

/** The pages that a run leaves, with the words that nobody may miss. */
const pages: readonly (readonly [title: string, page: string, words: string])[] = [
  ['readiness', readinessPage({ verdict, readiness, trend, earlier: 2 }), readiness.decision],
  ['proof', proofPage(buildProof(defects, new Map())), 'Not proved'],
]

for (const [title, page, words] of pages) {
  test.describe(`the page of the ${title}`, () => {
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [360, 1280])
        test(`fits ${width} pixels and reads well when ${colorScheme}`, async ({ sheet }) => {
          await sheet.setViewportSize({ width, height: 900 })
          await sheet.emulateMedia({ colorScheme })
          await sheet.setContent(page)
          await expect(sheet.getByText(words, { exact: true }).first()).toBeInViewport()
          expect(await overflowOf(sheet)).toBeLessThanOrEqual(0)
          expect(await faintTexts(sheet)).toEqual([])
        })

    test('is printed without loss', async ({ sheet }) => {
      // The width of A4 between margins of a centimetre.
      await sheet.setViewportSize({ width: 718, height: 1000 })
      await sheet.emulateMedia({ media: 'print' })
      await sheet.setContent(page)
      expect(await overflowOf(sheet)).toBeLessThanOrEqual(0)
      const pdf = await sheet.pdf({ format: 'A4', margin: { left: '1cm', right: '1cm' } })
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    })
  })
}
