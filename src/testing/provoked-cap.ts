import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { TestInfo } from '@playwright/test'
import { notAsked } from '../budget/provoking.ts'
import type { Difference } from '../checks/check.ts'
import { writeWhole } from '../report/write-whole.ts'
import type { RequirementId } from '../requirements/index.ts'
import { type CapOutcomes, type CapParties, type ProvokedRequirement, provokeCap } from './cap-provocation.ts'
import { NotObserved, notObserved } from './not-observed.ts'
import type { Recorder } from './recorder.ts'

/** What the checks say of a 429. */
const judgedOn429: readonly RequirementId[] = [
  'ratelimit.429.not-cached',
  'ratelimit.429.explains',
  'ratelimit.429.retry-after',
  'ratelimit.429.nothing-left',
  'ratelimit.retry-after.format',
  'ratelimit.retry-after.ahead',
]

/** How often a wait tells how long it still is, in milliseconds. */
const tellsEveryMs = 15_000

/** What a test with a provoked cap needs. */
export interface ProvokedCapParts {
  readonly recorder: Recorder
  readonly testInfo: TestInfo
  /** Whether the run was asked for it. */
  readonly isAsked: boolean
  readonly parties: () => Promise<Omit<CapParties, 'wait' | 'now'>>
}

/**
 * The cap of a live target, spent once in a run by the first test that asks. What that showed lies in a file of
 * the run, because a test that fails takes its worker with it; it holds no secrets.
 */
export class ProvokedCap {
  readonly #parts: ProvokedCapParts

  constructor(parts: ProvokedCapParts) {
    this.#parts = parts
  }

  /** What the spent cap showed of a promise; ends the test as not observed when that is nothing. */
  async seen(id: ProvokedRequirement): Promise<Difference> {
    const { isAsked, recorder } = this.#parts
    if (!isAsked) {
      recorder.wouldJudge = judgedOn429
      return notObserved(notAsked)
    }
    const outcomes = existsSync(this.#file) ? this.#read() : await this.#provoke()
    const outcome = typeof outcomes === 'string' ? outcomes : outcomes[id]
    return typeof outcome === 'string' ? notObserved(outcome) : outcome
  }

  get #file(): string {
    return path.join(this.#parts.testInfo.project.outputDir, 'provoked-cap.json')
  }

  #read(): CapOutcomes | string {
    return JSON.parse(readFileSync(this.#file, 'utf8')) as CapOutcomes | string
  }

  /** Whatever happens, no other test of the run spends the cap again. */
  async #provoke(): Promise<CapOutcomes> {
    this.#keep('unclear: the cap was being spent when its test was cut off')
    const { recorder, parties } = this.#parts
    try {
      const outcomes = await provokeCap({ ...(await parties()), wait: waitAndTell, now: Date.now })
      this.#keep(outcomes)
      return outcomes
    } catch (error) {
      this.#keep(recorder.notObserved ?? `unclear: ${(error as Error).message.split('\n')[0] ?? ''}`)
      throw error
    }
  }

  #keep(outcomes: CapOutcomes | string): void {
    writeWhole(this.#file, JSON.stringify(outcomes))
  }
}

/** Does what may turn out not to be possible, and returns the reason then, without ending the test. */
export async function unlessUnseen<Result>(
  recorder: Recorder,
  work: () => Promise<Result> | Result,
): Promise<Result | string> {
  recorder.asksMany = true
  try {
    return await work()
  } catch (error) {
    if (error instanceof NotObserved) return error.message
    throw error
  } finally {
    recorder.asksMany = false
  }
}

async function waitAndTell(ms: number, what: string): Promise<void> {
  for (let left = ms; left > 0; left -= tellsEveryMs) {
    process.stderr.write(`\nthe cap is spent: waiting ${Math.ceil(left / 1000)} s ${what}\n`)
    await setTimeout(Math.min(left, tellsEveryMs))
  }
}
