import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { defects } from '../../src/mock/defects/index.ts'
import { buildProof } from '../../src/report/proof.ts'
import type { EndedTest } from '../../src/report/record.ts'
import { contract } from '../../src/testing/contract.ts'
import { endedTest } from '../../src/testing/ended-test.ts'
import { ownFile } from './folders.ts'
import type { OwnResult } from './result.ts'

/** Keeps what a proof says of each defect, and in which documents. Playwright demands the default export. */
export default class OwnReporter implements Reporter {
  readonly #tests = new Map<string, EndedTest[]>()
  readonly #ms = new Map<string, number>()

  onTestEnd(test: TestCase, result: TestResult): void {
    const ended = endedTest(test, result)
    const defect = ended.record?.defect ?? ''
    this.#tests.set(defect, [...(this.#tests.get(defect) ?? []), ended])
    this.#ms.set(defect, (this.#ms.get(defect) ?? 0) + result.duration)
  }

  onEnd(): void {
    const ran = defects.filter(({ id }) => this.#tests.has(id))
    const { results } = buildProof(ran, this.#tests)
    const own = results.map(({ defect, killed, falseAlarms }): OwnResult => ({
      defect,
      caught: killed,
      falseAlarms: falseAlarms.length,
      ms: this.#ms.get(defect) ?? 0,
      products: productsIn(this.#tests.get(defect) ?? []),
    }))
    mkdirSync(path.dirname(ownFile), { recursive: true })
    writeFileSync(ownFile, JSON.stringify(own))
  }
}

/** The documents whose operations had findings, the one with the most of them first. */
function productsIn(tests: readonly EndedTest[]): string[] {
  const counts = new Map<string, number>()
  for (const { operation } of tests.flatMap(({ record }) => record?.findings ?? [])) {
    const product = contract.operations.find(({ id }) => id === operation)?.product
    if (product !== undefined) counts.set(product, (counts.get(product) ?? 0) + 1)
  }
  return [...counts].sort(([, left], [, right]) => right - left).map(([product]) => product)
}
