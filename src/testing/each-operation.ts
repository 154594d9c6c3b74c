import type { Operation } from '../contract/types.ts'
import { NotObserved, notObserved } from './not-observed.ts'
import { nameOf } from './operations.ts'
import type { Recorder } from './recorder.ts'
import type { TargetState } from './target-state.ts'

/** Asks the same question about each of some operations, and goes on when one of them breaks its promise. */
export type EachOperation = (
  operations: readonly Operation[],
  ask: (operation: Operation) => Promise<void>,
) => Promise<void>

/**
 * Makes the asker of a test. Findings are kept and fail the test at its end, each with its operation; when
 * nothing was broken but something could not be seen, the test ends as not observed and says what.
 */
export function eachOperationOf(recorder: Recorder, state: TargetState): EachOperation {
  return async (operations, ask) => {
    const unseen: string[] = []
    recorder.asksMany = true
    for (const operation of operations) {
      const before = recorder.bindingFindings.length
      await state.refillQuota()
      try {
        await ask(operation)
      } catch (error) {
        if (error instanceof NotObserved) unseen.push(`${nameOf(operation)}: ${error.message}`)
        else if (recorder.bindingFindings.length === before) throw error
      }
    }
    recorder.asksMany = false
    if (unseen.length > 0 && recorder.bindingFindings.length === 0) notObserved(unseen.join('; '))
  }
}
