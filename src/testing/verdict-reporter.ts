import path from 'node:path'
import type { FullConfig, FullResult, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter'
import { markets } from '../markets/index.ts'
import type { EndedTest, TestRecord } from '../report/record.ts'
import { countOutcomes } from '../report/totals.ts'
import { verdictToText } from '../report/verdict-text.ts'
import { buildVerdict, type KnownDeviation, type Verdict } from '../report/verdict.ts'
import type { RequirementId } from '../requirements/index.ts'
import { callFigures } from './call-figures.ts'
import { endedTest } from './ended-test.ts'
import { requirementAnnotation } from './proves.ts'
import { readRunFacts } from './run-facts.ts'
import { writeWhole } from '../report/write-whole.ts'

/** The options of the reporter in playwright.config.ts. */
export interface VerdictReporterOptions {
  /** Where the verdict goes; `reports/verdict.json` unless given. */
  readonly outputFile?: string
  readonly deviations?: readonly KnownDeviation[]
}

/** How old the verdict of a killed run can be: often enough to matter, seldom enough to cost nothing. */
const partEveryMilliseconds = 5_000

/** Writes the verdict of a run and prints it in short. Playwright demands the default export. */
export default class VerdictReporter implements Reporter {
  readonly #options: VerdictReporterOptions
  /** By Playwright's id, so that a retry replaces the try before it. */
  readonly #ended = new Map<string, EndedTest>()
  #playwright = ''
  #selected = 0
  #broken = false
  #began = new Date()
  #nextPart = 0

  constructor(options: VerdictReporterOptions = {}) {
    this.#options = options
  }

  onBegin(config: FullConfig, suite: Suite): void {
    this.#playwright = config.version
    this.#selected = suite.allTests().length
    this.#began = new Date()
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const ended = endedTest(test, result)
    const record = ended.record ?? recordOfLost(test)
    this.#ended.set(test.id, { ...ended, record })
    this.#leavePart()
  }

  onError(): void {
    this.#broken = true
  }

  onEnd(result: FullResult): Promise<{ status: FullResult['status'] } | undefined> {
    const tests = [...this.#ended.values()]
    const file = this.#file
    if (tests.length > 0) writeTotals(path.join(path.dirname(file), 'totals'), tests)
    // A run of the project's own tests alone says nothing about a target.
    if (!tests.some(({ record }) => record !== undefined)) return Promise.resolve(undefined)
    const verdict = this.#build(tests, result)
    writeVerdict(file, verdict)
    console.log(verdictToText(verdict, file))
    return Promise.resolve(verdict.conclusion === 'conforms' ? undefined : { status: 'failed' })
  }

  printsToStdio(): boolean {
    return false
  }

  get #file(): string {
    return this.#options.outputFile ?? path.join('reports', 'verdict.json')
  }

  /** Leaves what is known so far as an incomplete verdict: whoever is killed in the next moment leaves that. */
  #leavePart(): void {
    const duration = Date.now() - this.#began.getTime()
    const tests = [...this.#ended.values()]
    if (duration < this.#nextPart || !tests.some(({ record }) => record !== undefined)) return
    this.#nextPart = duration + partEveryMilliseconds
    const status = 'interrupted'
    writeVerdict(this.#file, this.#build(tests, { status, startTime: this.#began, duration }))
  }

  #build(tests: readonly EndedTest[], { status, startTime, duration }: FullResult): Verdict {
    return buildVerdict(tests, {
      ...readRunFacts(tests, this.#playwright),
      ...callFigures(this.#ended),
      startedAt: startTime.toISOString(),
      durationMs: Math.round(duration),
      complete: !this.#broken && status !== 'interrupted' && status !== 'timedout',
      notRun: this.#selected - tests.length,
      deviations: this.#options.deviations ?? [],
    })
  }
}

function writeVerdict(file: string, verdict: Verdict): void {
  writeWhole(file, `${JSON.stringify(verdict, null, 2)}\n`)
}

/** The record of a test that ended before it could leave one; tests of the project itself have none. */
function recordOfLost(test: TestCase): TestRecord | undefined {
  const story = test.annotations.find(({ type }) => type === requirementAnnotation)?.description
  if (story === undefined) return undefined
  const market = markets.find(({ id }) => test.tags.includes(`@${id}`))?.id ?? '-'
  return { market, requirement: story as RequirementId, judged: {}, findings: [], exchanges: 0 }
}

/** Leaves the figures that CI adds up: those of the suite and those of the self-tests apart. */
function writeTotals(folder: string, tests: readonly EndedTest[]): void {
  const name = tests.some(({ record }) => record !== undefined) ? 'conformance' : 'self'
  const { passed, failed, notObserved } = countOutcomes(tests)
  writeWhole(path.join(folder, `${name}.json`), JSON.stringify({ passed, failed, skipped: notObserved }))
}
