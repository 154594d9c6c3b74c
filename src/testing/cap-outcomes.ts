import type { Difference } from '../checks/check.ts'
import type { Reply } from '../http/client.ts'
import { isRefused, leftOf } from './cap-spending.ts'

/** What provoking the cap showed of a promise, or why it showed nothing. */
export type CapOutcome = Difference | string

/** Why nothing that follows a 429 was seen. */
export const nothingRefused = 'unclear: no call was refused for the cap'

/** Judges whether more calls than the quota were refused. */
export function judgeStatus(replies: readonly Reply[]): CapOutcome {
  const expected = 'a refusal with 429'
  if (replies.some(isRefused)) return { at: 'status', expected, actual: expected }
  // The first answer that leaves nothing used the last call; whatever succeeds after it is beyond the quota.
  const [, beyond] = replies.filter((reply) => isSuccess(reply) && (leftOf(reply) ?? 1) <= 0)
  if (beyond !== undefined)
    return { at: 'status', expected, actual: `${beyond.status} although no call was left` }
  return replies.some((reply) => leftOf(reply) !== undefined)
    ? `unclear: ${replies.length} calls were answered, and the answers never told that none was left`
    : `unclear: ${replies.length} calls were answered, and the target tells no quota`
}

/** Judges whether what is left falls by one with a call: by the first two answers. */
export function judgeFall([first, second]: readonly Reply[]): CapOutcome {
  return judgeCount(first, second, 1)
}

/** Judges whether a failed call, between the second and the fourth answer, was counted. */
export function judgeFailures([, second, , fourth]: readonly Reply[]): CapOutcome {
  if (second !== undefined && fourth !== undefined && leftOf(second) === leftOf(fourth))
    return 'unclear: what the target says is left does not fall'
  return judgeCount(second, fourth, 2)
}

function judgeCount(before: Reply | undefined, after: Reply | undefined, calls: number): CapOutcome {
  const [left, then] = [before && leftOf(before), after && leftOf(after)]
  if (left === undefined || then === undefined || (after !== undefined && isRefused(after)))
    return 'the answers before the 429 do not tell what is left of the quota'
  if (then > left || left - then > calls)
    return `unclear: what is left went from ${left} to ${then}: a new minute began, or others call as well`
  return { at: 'header X-RateLimit-Remaining', expected: String(left - calls), actual: String(then) }
}

/** Judges whether a call succeeded. */
export function judgeSuccess({ status }: Reply): Difference {
  const expected = 'a success (2xx)'
  return { at: 'status', expected, actual: status >= 200 && status < 300 ? expected : String(status) }
}

function isSuccess({ status }: Reply): boolean {
  return status >= 200 && status < 300
}
