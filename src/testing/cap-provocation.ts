import { readStatedWait } from '../budget/told-limits.ts'
import type { Reply } from '../http/client.ts'
import type { Application } from '../oauth/application.ts'
import type { RequirementId } from '../requirements/index.ts'
import {
  type CapOutcome,
  judgeFailures,
  judgeFall,
  judgeStatus,
  judgeSuccess,
  nothingRefused,
} from './cap-outcomes.ts'
import { isRefused, spendCap } from './cap-spending.ts'

/** What one spending of the cap can show, but for what the checks say of its exchanges. */
export type ProvokedRequirement = Extract<
  RequirementId,
  | 'ratelimit.429.status'
  | 'ratelimit.429.before-authentication'
  | 'ratelimit.429.no-side-effect'
  | 'ratelimit.header.remaining-falls'
  | 'ratelimit.retry-after.honest'
  | 'ratelimit.scope.per-client'
  | 'ratelimit.window.recovers'
>

/** What it showed, by requirement. */
export type CapOutcomes = Readonly<Record<ProvokedRequirement, CapOutcome>>

/** Who spends the cap, and how time passes. */
export interface CapParties {
  readonly app: Application
  /** Another application, or why there is none. */
  readonly otherApp: Application | string
  /** Fetches a customer's access token that may be revoked, or says why there is none. */
  readonly issueToken: () => Promise<{ readonly token: string } | string>
  /** Reads the customer's data. */
  readonly read: (token: string) => Promise<Reply>
  /** Lets milliseconds pass and tells what for. */
  readonly wait: (ms: number, what: string) => Promise<void>
  /** The time in milliseconds. */
  readonly now: () => number
}

/** Longer than any wait that a cap by the minute can ask for, in seconds. */
const longestWait = 120
/** A minute, and a second for clocks that count in whole seconds, in milliseconds. */
const minuteMs = 61_000
const provoking = { provokesCap: true } as const

/**
 * Spends the cap once and looks at everything that this shows: before, while the application is refused, after
 * the wait that the refusal states, and a minute after the last refusal.
 */
export async function provokeCap(parties: CapParties): Promise<CapOutcomes> {
  const { app, now } = parties
  const token = await parties.issueToken()
  const replies = await spendCap({ call: (fails) => cheapCall(app, fails), ...concurrencyOf(app), now })
  const counted = {
    'ratelimit.429.status': judgeStatus(replies),
    'ratelimit.header.remaining-falls': judgeFall(replies),
    'ratelimit.429.before-authentication': judgeFailures(replies),
  }
  const refused = replies.find(isRefused)
  if (refused === undefined) return { ...counted, ...allUnseen }
  const spent = await lookWhileSpent(parties, token)
  return { ...counted, ...(await lookAfterwards(parties, { token, refused, ...spent })) }
}

const allUnseen = {
  'ratelimit.scope.per-client': nothingRefused,
  'ratelimit.retry-after.honest': nothingRefused,
  'ratelimit.window.recovers': nothingRefused,
  'ratelimit.429.no-side-effect': nothingRefused,
} as const

function concurrencyOf({ client }: Application): { concurrency: number } {
  return { concurrency: client.options.concurrency }
}

/** Nothing stays behind at the bank but a token that expires. */
function cheapCall(app: Application, fails: boolean): Promise<Reply> {
  return app.fetchToken({ ...provoking, ...(fails ? { form: { grant_type: 'telepathy' } } : {}) })
}

interface Spent {
  readonly other: CapOutcome
  /** The refused revocation, or the answer to another call where there was nothing to revoke. */
  readonly last: Reply
  readonly refusedAt: number
}

/** The other application calls first: that the first one is refused after it shows that the cap was spent all the time. */
async function lookWhileSpent({ app, otherApp, now }: CapParties, token: IssuedToken): Promise<Spent> {
  const other = typeof otherApp === 'string' ? otherApp : judgeSuccess(await otherApp.fetchToken(provoking))
  const last = await (typeof token === 'string'
    ? app.fetchToken(provoking)
    : app.revoke(token.token, 'access_token', provoking))
  return { other: isRefused(last) ? other : notSpentAnyMore(last), last, refusedAt: now() }
}

type IssuedToken = Awaited<ReturnType<CapParties['issueToken']>>

function notSpentAnyMore({ status }: Reply): string {
  return `unclear: the quota was spent, and the next call was answered ${status}`
}

interface Refusal extends Spent {
  readonly token: IssuedToken
  readonly refused: Reply
}

async function lookAfterwards(parties: CapParties, refusal: Refusal) {
  const { app, wait, now } = parties
  const { honest, refusedAt } = await returnAsStated(parties, refusal)
  await wait(Math.max(0, refusedAt + minuteMs - now()), 'for the minute after the last 429')
  const recovers = judgeSuccess(await app.fetchToken(provoking))
  return {
    'ratelimit.scope.per-client': refusal.other,
    'ratelimit.retry-after.honest': honest,
    'ratelimit.window.recovers': recovers,
    'ratelimit.429.no-side-effect': await judgeRevocation(parties, refusal, recovers),
  }
}

/** Comes back when the refusal said; refused again, the minute counts from then. */
async function returnAsStated({ app, wait, now }: CapParties, { refused, refusedAt }: Refusal) {
  const stated = readStatedWait(refused.headers)
  if (stated === undefined) return { honest: 'the 429 names no time to wait', refusedAt }
  if (stated > longestWait)
    return { honest: `the 429 asks to wait ${stated} seconds: no run waits so long`, refusedAt }
  await wait((stated + 1) * 1000, 'as the 429 asks')
  const reply = await app.fetchToken(provoking)
  return { honest: judgeSuccess(reply), refusedAt: isRefused(reply) ? now() : refusedAt }
}

async function judgeRevocation(
  { read }: CapParties,
  { token, last }: Refusal,
  { expected, actual }: ReturnType<typeof judgeSuccess>,
): Promise<CapOutcome> {
  if (typeof token === 'string') return token
  if (!isRefused(last)) return notSpentAnyMore(last)
  if (expected !== actual) return 'unclear: the service did not come back'
  return judgeSuccess(await read(token.token))
}
