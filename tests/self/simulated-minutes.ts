import { Limiter } from '../../src/budget/limiter.ts'
import { wholeRun } from '../../src/budget/shares.ts'

/** A run against a target whose answers take up to 20 seconds, with up to five calls under way. */
export interface SimulatedRun {
  readonly seed: number
  readonly perMinute: number
  readonly calls: number
}

const mostUnderWay = 5

/** Numbers from 0 up to 1 that look like chance and repeat themselves with their seed. */
function chance(seed: number): () => number {
  let state = seed + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** Makes the calls of a run in virtual time; returns when the target counted each, in milliseconds. */
export function simulate({ seed, perMinute, calls }: SimulatedRun): number[] {
  const random = chance(seed)
  let now = 0
  const limiter = new Limiter({ perMinute, total: undefined, shard: wholeRun, obeys: true, now: () => now })
  const underWay: { ticket: number; endsAt: number }[] = []
  const counted: number[] = []
  const endFirst = () => {
    underWay.sort((left, right) => right.endsAt - left.endsAt)
    const first = underWay.pop()
    now = first?.endsAt ?? now
    if (first !== undefined) limiter.done(first.ticket)
  }
  while (counted.length < calls) {
    if (underWay.length === mostUnderWay) endFirst()
    const turn = limiter.take()
    if (turn.kind === 'go') {
      const endsAt = now + random() * 20_000
      counted.push(now + random() * (endsAt - now))
      underWay.push({ ticket: turn.ticket, endsAt })
    } else if (underWay.length > 0) endFirst()
    else now += turn.kind === 'wait' ? turn.ms : 0
  }
  return counted
}

/** The most calls that any minute holds, wherever it begins. */
export function mostInAMinute(times: readonly number[]): number {
  return Math.max(
    ...times.map((start) => times.filter((time) => time >= start && time < start + 60_000).length),
  )
}
