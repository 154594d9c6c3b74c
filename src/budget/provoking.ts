/** How many calls more than the quota are made at most to spend it: a target may count a little late. */
export const spendingMargin = 5

/** The calls around a spent quota: login and consent, the other application, the revocation, the returns. */
const callsAround = 10

/** The most calls that spending the cap on purpose costs. */
export function mostProvokingCalls(cap: number): number {
  return cap + spendingMargin + callsAround
}

/** Why nothing of a spent cap is seen on a live target. */
export const notAsked = 'the cap of a live target is spent only when asked for (--with-429)'
