import { AsyncLocalStorage } from 'node:async_hooks'
import { currentRecorder } from './recorder.ts'

const paying = new AsyncLocalStorage<string>()

/**
 * Does work whose result serves all later tests, such as fetching a token: its calls count under a key, so
 * that a plan knows what they cost once and what they spare.
 */
export function payOnce<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
  noteUse(key)
  return paying.run(key, work)
}

/** Notes that the running test uses what was paid under a key. */
export function noteUse(key: string): void {
  currentRecorder()?.tally?.use(key)
}

/** The key under which the calls of the moment count; undefined when they serve one test alone. */
export function payingKey(): string | undefined {
  return paying.getStore()
}
