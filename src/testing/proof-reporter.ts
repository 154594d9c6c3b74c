import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { defects } from '../mock/defects/index.ts'
import { buildProof, holds, proofToText } from '../report/proof.ts'
import type { EndedTest } from '../report/record.ts'
import { endedTest } from './ended-test.ts'

/** Writes the kill matrix of a run in which each project is a defect. Playwright demands the default export. */
export default class ProofReporter implements Reporter {
  readonly #outputFile: string
  readonly #tests = new Map<string, EndedTest[]>()

  constructor(options: { outputFile: string }) {
    this.#outputFile = options.outputFile
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const ended = endedTest(test, result)
    const defect = ended.record?.defect ?? ''
    this.#tests.set(defect, [...(this.#tests.get(defect) ?? []), ended])
  }

  onEnd(): Promise<{ status: FullResult['status'] }> {
    const ran = defects.filter(({ id }) => this.#tests.has(id))
    const proof = buildProof(ran, this.#tests)
    mkdirSync(path.dirname(this.#outputFile), { recursive: true })
    writeFileSync(this.#outputFile, `${JSON.stringify(proof, null, 2)}\n`)
    console.log(proofToText(ran.length === defects.length ? proof : { ...proof, unproved: [] }))
    return Promise.resolve({
      status: holds({ ...proof, unproved: ran.length === defects.length ? proof.unproved : [] })
        ? 'passed'
        : 'failed',
    })
  }

  printsToStdio(): boolean {
    return true
  }
}
