import type { Outcome } from './peer.ts'
import { nameOf } from './result.ts'
import { keptRun, type Run, runOnce } from './run.ts'

/** Makes runs, those that an earlier run of the bench has finished apart, and tells of each. */
export function runsTold(atLeast: number): (run: Run) => Promise<Outcome> {
  const startedAt = Date.now()
  let done = 0
  return async (run) => {
    done++
    const known = keptRun(run)
    if (known !== undefined) return known
    const outcome = await runOnce(run)
    const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1)
    console.log(`${minutes} min, ${done} of ${atLeast} runs or a few more: ${textOf(run, outcome)}`)
    return outcome
  }
}

function textOf({ peer, place, name }: Run, { error, timedOut, findings, ms }: Outcome): string {
  const state = error ?? (timedOut ? 'time over' : `${findings.length} findings`)
  return `${peer.id}, ${nameOf(place)}, ${name}: ${state}, ${(ms / 1000).toFixed(1)} s`
}
