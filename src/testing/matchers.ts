import { expect as base } from '@playwright/test'
import type { Difference } from '../checks/check.ts'
import type { Reply } from '../http/client.ts'
import { TransportError } from '../errors.ts'
import { describeFinding } from '../report/finding-text.ts'
import type { AuthorizationResult } from '../oauth/customer.ts'
import { currentRecorder } from './recorder.ts'
import { asksForFactor } from './told.ts'

interface MatcherResult {
  pass: boolean
  message: () => string
}

/**
 * Turns a difference into a finding of the requirement that the test proves. A MUST fails the test with the
 * text of the finding; the others are kept for the verdict and let the test go on.
 */
function judge(difference: Difference | undefined, reply: Reply | undefined): MatcherResult {
  if (difference === undefined)
    return { pass: true, message: () => 'the promise was kept, against expectation' }
  const recorder = currentRecorder()
  if (recorder?.requirement === undefined)
    return {
      pass: false,
      message: () => `expected ${difference.expected}, got ${difference.actual} at ${difference.at}`,
    }
  recorder.find({ requirement: recorder.requirement, ...difference }, reply?.exchange)
  const finding = recorder.findings.at(-1)
  return {
    pass: finding === undefined || !recorder.isBinding(finding),
    message: () => (finding === undefined ? '' : describeFinding(finding)),
  }
}

/** Reads the error code of an answer, in whichever of the documented shapes it comes. */
export function errorCodeOf(reply: Reply): string | undefined {
  const body = reply.json as Record<string, unknown> | undefined
  const [listed] = (body?.['errors'] as Record<string, unknown>[] | undefined) ?? []
  const code = body?.['error'] ?? body?.['code'] ?? listed?.['code']
  return typeof code === 'string' ? code : undefined
}

function describe(reply: Reply): string {
  const code = errorCodeOf(reply)
  return code === undefined ? String(reply.status) : `${reply.status} ${code}`
}

/** What no refusal may hand out. */
const opening = ['access_token', 'client_secret']

function inWords(name: string): string {
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name.replaceAll('_', ' ')}`
}

function refusal(reply: Reply, statuses: readonly number[]): Difference | undefined {
  const handedOut = reply.exchange.response.secrets.find(({ name }) => opening.includes(name))
  if (statuses.includes(reply.status) && handedOut === undefined) return undefined
  return {
    at: 'status',
    expected: `a refusal with ${statuses.join(' or ')}`,
    actual: handedOut === undefined ? describe(reply) : `${reply.status} with ${inWords(handedOut.name)}`,
  }
}

const redirectStatuses = [302, 303]

function callbackDifference(
  result: AuthorizationResult,
  expected: Readonly<Record<string, string>>,
): Difference | undefined {
  const { callback, reply } = result
  if (callback === undefined)
    return {
      at: 'header Location',
      expected: 'a redirect back to the application',
      actual: `${reply.status} without such a redirect`,
    }
  if (!redirectStatuses.includes(reply.status))
    return { at: 'status', expected: redirectStatuses.join(' or '), actual: String(reply.status) }
  for (const [name, value] of Object.entries(expected)) {
    const actual = callback.get(name)
    if (actual !== value)
      return {
        at: `header Location, parameter ${name}`,
        expected: value,
        actual: actual ?? 'no such parameter',
      }
  }
  return undefined
}

/** Playwright's expect with the matchers of the field; each failure reads as a finding. */
export const expect = base.extend({
  /** The answer has this status and this error code. */
  toFailWith(reply: Reply, status: number, code: string) {
    const isRight = reply.status === status && errorCodeOf(reply) === code
    return judge(
      isRight ? undefined : { at: 'status', expected: `${status} ${code}`, actual: describe(reply) },
      reply,
    )
  },
  /** The answer is one of these refusals and hands out no token. */
  toBeRefused(reply: Reply, ...statuses: number[]) {
    return judge(refusal(reply, statuses.length === 0 ? [400, 401, 403, 404] : statuses), reply)
  },
  /** The connection is cut during its handshake, or the answer is a refusal. */
  toBeTurnedAway(result: Reply | TransportError) {
    if (!(result instanceof TransportError)) return judge(refusal(result, [400, 401, 403]), result)
    const isCut = result.code === 'tls-failed' || result.code === 'connection-cut'
    const difference = { at: 'connection', expected: 'a refusal', actual: result.message }
    return judge(isCut ? undefined : difference, undefined)
  },
  /** The answer has a 2xx status. */
  toSucceed(reply: Reply) {
    const isRight = reply.status >= 200 && reply.status < 300
    return judge(
      isRight ? undefined : { at: 'status', expected: 'a success (2xx)', actual: describe(reply) },
      reply,
    )
  },
  /** The call goes on: with a 2xx status, or with the question for a one-time password. */
  toGoOn(reply: Reply) {
    const isRight = (reply.status >= 200 && reply.status < 300) || asksForFactor(reply)
    return judge(
      isRight ? undefined : { at: 'status', expected: 'a success (2xx)', actual: describe(reply) },
      reply,
    )
  },
  /** A part of the answer has the expected value; `at` says which part. */
  toShow(reply: Reply, difference: Difference) {
    return judge(difference.expected === difference.actual ? undefined : difference, reply)
  },
  /** The flow came back to the application with these parameters. */
  toCallBackWith(result: AuthorizationResult, expected: Record<string, string>) {
    return judge(callbackDifference(result, expected), result.reply)
  },
  /** The flow came back to the application with a code. */
  toCallBackWithCode(result: AuthorizationResult) {
    const code = result.callback?.get('code')
    const difference = callbackDifference(result, {}) ?? {
      at: 'header Location, parameter code',
      expected: 'a code',
      actual: 'none',
    }
    return judge(code ? undefined : difference, result.reply)
  },
  /** The flow did not come back to the application. */
  toStayAtTheBank(result: AuthorizationResult) {
    const isRight = result.callback === undefined
    return judge(
      isRight
        ? undefined
        : { at: 'header Location', expected: 'no redirect to the application', actual: 'a redirect to it' },
      result.reply,
    )
  },
  /** Two facts agree; for what is not one answer. */
  toHold(difference: Difference) {
    return judge(difference.expected === difference.actual ? undefined : difference, undefined)
  },
})
