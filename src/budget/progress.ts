import type { LimiterState } from './limiter.ts'

/** How far a run is. */
export interface RunProgress {
  readonly selected: number
  readonly done: number
  readonly running: number
  readonly elapsedMs: number
  readonly calls: LimiterState
  /** How many calls the plan of the run foresees; undefined when it asks everything. */
  readonly planned: number | undefined
}

/** One line about a run: done, running, waiting for the cap, time left. */
export function progressToText(progress: RunProgress): string {
  const { selected, done, running, calls, planned } = progress
  const left = secondsLeft(progress)
  return [
    `${done} of ${selected} tests done`,
    `${running} running`,
    ...(calls.waitMs > 0 ? [`waiting ${Math.ceil(calls.waitMs / 1000)} s for the cap`] : []),
    `${calls.made}${planned === undefined ? '' : ` of ${planned}`} calls`,
    ...(left === undefined ? [] : [`about ${left} s left`]),
  ].join(', ')
}

/** By the calls of the plan where there is one, since they are what takes time; else by the tests that are done. */
function secondsLeft({ selected, done, elapsedMs, calls, planned }: RunProgress): number | undefined {
  if (planned !== undefined) {
    const minutes = Math.ceil(Math.max(0, planned - calls.made) / calls.perMinute) - 1
    return Math.ceil(calls.waitMs / 1000) + Math.max(0, minutes) * 60
  }
  return done === 0 ? undefined : Math.ceil((elapsedMs * (selected - done)) / done / 1000)
}
