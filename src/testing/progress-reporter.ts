import type { FullConfig, Reporter, Suite } from '@playwright/test/reporter'
import { handedPlan } from '../budget/handed-down.ts'
import { progressToText } from '../budget/progress.ts'
import { budgetState } from './run-budget.ts'

/** How often a line tells how far the run is, in milliseconds. */
const everyMs = 15_000

/** Tells now and then how far a run under a cap is, in lines that a log can hold. Playwright demands the default export. */
export default class ProgressReporter implements Reporter {
  readonly #startedAt = Date.now()
  #selected = 0
  #done = 0
  #running = 0
  #timer: NodeJS.Timeout | undefined

  onBegin(_: FullConfig, suite: Suite): void {
    this.#selected = suite.allTests().length
    this.#timer = setInterval(() => this.#tell(), everyMs).unref()
  }

  onTestBegin(): void {
    this.#running += 1
  }

  onTestEnd(): void {
    this.#running -= 1
    this.#done += 1
  }

  onEnd(): void {
    clearInterval(this.#timer)
  }

  printsToStdio(): boolean {
    return false
  }

  #tell(): void {
    const calls = budgetState()
    if (calls === undefined) return
    const text = progressToText({
      selected: this.#selected,
      done: this.#done,
      running: this.#running,
      elapsedMs: Date.now() - this.#startedAt,
      calls,
      planned: foreseenCalls(),
    })
    console.error(`\n${text}`)
  }
}

/** The calls of the plan, and the most that follow to spend the cap on purpose. */
function foreseenCalls(): number | undefined {
  const { calls, provoking = 0 } = handedPlan() ?? {}
  return calls === undefined ? undefined : calls + provoking
}
