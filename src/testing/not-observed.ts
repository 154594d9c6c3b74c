import { test } from '@playwright/test'
import type { Reply } from '../http/client.ts'
import { currentRecorder } from './recorder.ts'
import { asksForFactor } from './told.ts'

/** The question of one operation, among many in a test, that the target cannot answer. */
export class NotObserved extends Error {}

/** Ends a test whose question the target cannot answer; the verdict counts it with its reason. */
export function notObserved(reason: string): never {
  const recorder = currentRecorder()
  if (recorder?.asksMany === true) throw new NotObserved(reason)
  if (recorder !== undefined) recorder.notObserved = reason
  test.skip(true, `not observed: ${reason}`)
  throw new Error('unreachable: skip ends the test')
}

/**
 * Takes a call that is right in everything as the positive control of a negative one. When it fails, the
 * negative proves nothing, so the test ends as unclear; the failure itself is judged where it is the question.
 * A call that is asked for a one-time password was right in everything as well.
 */
export function positiveControl(reply: Reply): Reply {
  if ((reply.status >= 200 && reply.status < 300) || asksForFactor(reply)) return reply
  const { method, path } = reply.exchange.request
  return notObserved(`unclear: the positive control ${method} ${path} was answered ${reply.status}`)
}
