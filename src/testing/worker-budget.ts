import { test } from '@playwright/test'
import { budgetUrl, handedRehearsal } from '../budget/handed-down.ts'
import { type Keeper, OwnKeeper } from '../budget/keeper.ts'
import { connectBudget } from '../budget/remote.ts'
import { SharedKeeper } from '../budget/shared-remote.ts'
import type { CallBudget, CallTurn } from '../http/turns.ts'
import type { Settings } from '../settings.ts'
import { notObserved } from './not-observed.ts'
import { currentRecorder } from './recorder.ts'
import { isLive } from '../live-target.ts'

/** The budget that the calls of this worker come out of; undefined where calls cost nothing. */
export function workerBudget(settings: Settings): CallBudget | undefined {
  const url = budgetUrl()
  if (url === undefined) return undefined
  const budget = connectBudget(url, { obeys: isLive(settings), waits: prolong, spent: endTest })
  const mostCalls = handedRehearsal()?.mostCalls
  return mostCalls === undefined
    ? budget
    : { ...budget, take: (provoking) => takeUpTo(mostCalls, budget, provoking) }
}

/** Where this worker keeps what is made once: with all others of the run, or alone where the target can be reset. */
export function openKeeper(settings: Settings): Keeper {
  const url = budgetUrl()
  return url === undefined || !isLive(settings) ? new OwnKeeper() : new SharedKeeper(url, prolong)
}

/** In a rehearsal, ends a test that is too dear for the plan whatever it shows. */
async function takeUpTo(mostCalls: number, budget: CallBudget, provoking: boolean): Promise<CallTurn> {
  const made = currentRecorder()?.exchanges.length ?? 0
  if (made >= mostCalls)
    endTest(
      `the standard plan leaves it out: it makes more than ${mostCalls} calls (--whole asks everything)`,
    )
  return budget.take(provoking)
}

/** What a test waits, for the cap or for another worker, does not count as its own time. */
function prolong(ms: number): void {
  const info = test.info()
  info.setTimeout(info.timeout + ms)
}

/** Ends a test at the ceiling: none of its questions can be asked any more, however many operations it asks. */
function endTest(reason: string): never {
  const recorder = currentRecorder()
  if (recorder !== undefined) recorder.asksMany = false
  return notObserved(reason)
}
