import type { TestInfo } from '@playwright/test'
import type { Finding, Subject } from '../checks/check.ts'
import { judge, subjectOf } from '../checks/judge.ts'
import { curlOf } from '../http/curl.ts'
import type { Deviation } from '../deviations/index.ts'
import type { Exchange } from '../http/exchange.ts'
import type { Disturbance } from '../http/patience.ts'
import type { RecordedFinding, TestRecord } from '../report/record.ts'
import type { MarketId } from '../markets/types.ts'
import { type RequirementId, requirementOf } from '../requirements/index.ts'
import { contract, validators } from './contract.ts'
import type { CoverageLog } from './coverage-log.ts'
import { DeviationLog } from './deviation-log.ts'
import { nameOfPair } from '../mock/defects/pairs.ts'
import { requirementAnnotation } from './proves.ts'
import { payingKey } from './shared-cost.ts'
import { Tally } from './tally.ts'

/** What a recorder must know of its run. */
export interface RecorderOptions {
  readonly market: MarketId
  readonly strict: boolean
  readonly defects: readonly string[]
  readonly coverage: CoverageLog
  /** The observed deviations that belong to the target. */
  readonly deviations: readonly Deviation[]
  /** Whether what calls cost is told. */
  readonly counts: boolean
}

/** Keeps what one test sees: its exchanges, what the checks say of them, and what the test itself finds. */
export class Recorder {
  readonly exchanges: Exchange[] = []
  readonly findings: RecordedFinding[] = []
  readonly requirement: RequirementId | undefined
  readonly #market: MarketId
  readonly #strict: boolean
  readonly #coverage: CoverageLog
  readonly #deviations: DeviationLog
  readonly #defect: string | undefined
  /** What the calls cost; undefined where that is not counted. */
  readonly tally: Tally | undefined
  readonly #judged: Partial<Record<RequirementId, number>> = {}
  notObserved: string | undefined
  /** What exchanges of the test would have been judged by, had it made them. */
  wouldJudge: readonly RequirementId[] = []
  /** What went wrong between us and the target. */
  readonly disturbances: Disturbance[] = []
  /** Whether the test asks many operations the same: what one of them cannot show does not end it. */
  asksMany = false
  /** The operation whose next answer the control plane decided. */
  decided: string | undefined

  constructor(testInfo: TestInfo, options: RecorderOptions) {
    const found = testInfo.annotations.find(({ type }) => type === requirementAnnotation)
    this.requirement = found?.description as RequirementId | undefined
    this.#market = options.market
    this.#strict = options.strict
    this.#coverage = options.coverage
    this.#deviations = new DeviationLog(options.deviations, this.requirement)
    this.#defect = nameOfPair(options.defects)
    this.tally = options.counts ? new Tally() : undefined
  }

  /** Takes an exchange and judges it by every check that applies. */
  take(taken: Exchange): void {
    const exchange = { ...taken, market: this.#market }
    this.exchanges.push(exchange)
    const subject = subjectOf(exchange, contract, validators)
    const { judged, findings } = judge(subject)
    this.#keepCoverage(subject)
    this.#deviations.take(subject)
    this.tally?.take(subject, payingKey())
    for (const id of judged) this.#judged[id] = (this.#judged[id] ?? 0) + 1
    for (const finding of findings) this.find(finding, exchange)
  }

  #keepCoverage(subject: Subject): void {
    const isDecided = subject.operation !== undefined && subject.operation.id === this.decided
    if (isDecided) this.decided = undefined
    this.#coverage.add(subject, isDecided)
  }

  /** Keeps a finding with where it arose. */
  find(finding: Finding, exchange: Exchange | undefined): void {
    if (exchange === undefined) {
      this.findings.push({ ...finding, operation: '-' })
      return
    }
    const { operation } = subjectOf(exchange, contract, validators)
    const deviation = this.#deviations.explain(finding, { exchange, operation })
    this.findings.push({
      ...finding,
      operation: operation?.id ?? `${exchange.request.method} ${exchange.request.path}`,
      repeat: curlOf(exchange),
      ...(deviation === undefined ? {} : { deviation }),
    })
  }

  /** Tells whether a finding fails the test: a MUST always, the others in a strict run, a known deviation never. */
  isBinding({ requirement, deviation }: RecordedFinding): boolean {
    return deviation === undefined && (requirementOf(requirement).level === 'MUST' || this.#strict)
  }

  /** The findings that fail the test. */
  get bindingFindings(): RecordedFinding[] {
    return this.findings.filter((finding) => this.isBinding(finding))
  }

  /** What the test leaves for the verdict. */
  toRecord(): TestRecord {
    const deviations = this.#deviations.toCounts()
    return {
      market: this.#market,
      ...(this.requirement === undefined ? {} : { requirement: this.requirement }),
      ...(this.#defect === undefined ? {} : { defect: this.#defect }),
      judged: this.#judged,
      findings: this.findings,
      exchanges: this.exchanges.length,
      ...(this.tally === undefined ? {} : { tally: this.tally.toTally() }),
      ...(deviations === undefined ? {} : { deviations }),
      ...(this.disturbances.length === 0 ? {} : { disturbances: this.disturbances }),
      ...(this.notObserved === undefined ? {} : { notObserved: this.notObserved }),
      ...(this.wouldJudge.length === 0 ? {} : { wouldJudge: this.wouldJudge }),
    }
  }
}

let current: Recorder | undefined

/** Makes a recorder the one that matchers report to; a worker runs one test at a time. */
export function useRecorder(recorder: Recorder | undefined): void {
  current = recorder
}

/** The recorder of the test that runs now. */
export function currentRecorder(): Recorder | undefined {
  return current
}
