import { usualCap } from '../budget/limiter.ts'
import { spendingMargin } from '../budget/provoking.ts'
import { readTold } from '../budget/told-limits.ts'
import type { Reply } from '../http/client.ts'

/** Calls of a quota are made within its minute, in milliseconds; later ones belong to another. */
const windowMs = 60_000

/** How a quota is spent. */
export interface Spender {
  /** Makes a cheap call; with `true` one that fails. */
  readonly call: (fails: boolean) => Promise<Reply>
  readonly concurrency: number
  /** The time in milliseconds. */
  readonly now: () => number
}

/**
 * Makes calls until one is refused, never more than the quota that is told (or the usual one) and the margin,
 * and within a minute. The first four come one after the other, the third of them a failing one, so that what
 * they tell of the quota can be compared; returns the answers in the order in which they came.
 */
export async function spendCap({ call, concurrency, now }: Spender): Promise<readonly Reply[]> {
  const [replies, startedAt]: [Reply[], number] = [[], now()]
  let sent = 0
  let isOver = false
  const goesOn = () => !isOver && sent < boundOf(replies) && now() - startedAt < windowMs
  const ask = async (fails = false) => {
    sent += 1
    const reply = await call(fails).finally(() => (isOver ||= now() - startedAt >= windowMs))
    replies.push(reply)
    isOver ||= isRefused(reply)
  }
  const askOn = async () => {
    while (goesOn()) await ask()
  }
  for (const fails of [false, false, true, false]) if (goesOn()) await ask(fails)
  try {
    await Promise.all(Array.from({ length: concurrency }, askOn))
  } finally {
    isOver = true
  }
  return replies
}

/** Tells whether a call was refused for the quota. */
export function isRefused({ status }: Reply): boolean {
  return status === 429
}

/** Calls that an answer says are left; undefined when it says nothing. */
export function leftOf({ status, headers }: Reply): number | undefined {
  return readTold(status, headers).remaining
}

function boundOf(replies: readonly Reply[]): number {
  const told = replies.map(({ status, headers }) => readTold(status, headers).limit)
  return (told.findLast((limit) => limit !== undefined) ?? usualCap) + spendingMargin
}
