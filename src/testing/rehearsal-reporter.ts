import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import type { RehearsedTest } from '../plan/rehearsal.ts'
import type { RequirementId } from '../requirements/index.ts'
import { writeWhole } from '../report/write-whole.ts'
import { endedTest } from './ended-test.ts'
import { budgetState } from './run-budget.ts'

/** Leaves what the tests of a rehearsal did in a file. Playwright demands the default export. */
export default class RehearsalReporter implements Reporter {
  readonly #file: string
  readonly #tests: RehearsedTest[] = []

  constructor({ outputFile }: { readonly outputFile: string }) {
    this.#file = outputFile
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const { title, outcome, record } = endedTest(test, result)
    if (record?.requirement === undefined) return
    const { market, requirement, notObserved, judged } = record
    this.#tests.push({
      id: test.id,
      title,
      market,
      requirement,
      outcome: outcome === 'passed' || outcome === 'failed' ? outcome : 'not-observed',
      ...(notObserved === undefined ? {} : { reason: notObserved }),
      ...(record.tally ?? { calls: {}, own: {}, shared: {}, uses: [], spends: {}, changes: false }),
      judged: [...(Object.keys(judged) as RequirementId[]), ...(record.wouldJudge ?? [])],
    })
  }

  onEnd(): void {
    const made = budgetState()?.made ?? 0
    writeWhole(this.#file, JSON.stringify({ tests: this.#tests, made }))
  }
}
