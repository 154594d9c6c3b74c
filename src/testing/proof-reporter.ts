import path from 'node:path'
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { defects } from '../mock/defects/index.ts'
import { defectNamed } from '../mock/defects/pairs.ts'
import { buildProof, holds, proofToText } from '../report/proof.ts'
import { proofPage } from '../report/proof-page.ts'
import type { EndedTest } from '../report/record.ts'
import { endedTest } from './ended-test.ts'
import { writeWhole } from '../report/write-whole.ts'

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
    const ran = [...this.#tests.keys()].flatMap((name) => defectNamed(name) ?? [])
    const matrix = buildProof(ran, this.#tests)
    // What a part of the defects leaves unproved says nothing.
    const isWhole = defects.every(({ id }) => this.#tests.has(id))
    const proof = isWhole ? matrix : { ...matrix, unproved: [] }
    writeWhole(this.#outputFile, `${JSON.stringify(proof, null, 2)}\n`)
    writeWhole(this.#outputFile.replace(/\.json$/, '.html'), proofPage(proof))
    const failed = proof.survivors.length + proof.falseAlarms + proof.unproved.length
    writeWhole(
      path.join(path.dirname(this.#outputFile), 'totals', isWhole ? 'prove.json' : 'prove-part.json'),
      JSON.stringify({ passed: proof.killed, failed, skipped: 0 }),
    )
    console.log(proofToText(proof))
    return Promise.resolve({ status: holds(proof) ? 'passed' : 'failed' })
  }

  printsToStdio(): boolean {
    return true
  }
}
