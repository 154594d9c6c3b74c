import { AsyncLocalStorage } from 'node:async_hooks'
import type { Keeper, Maker } from '../budget/keeper.ts'
import { SuiteBug } from '../errors.ts'
import { currentRecorder } from './recorder.ts'

const paying = new AsyncLocalStorage<readonly string[]>()

/**
 * Does work whose result serves all later tests, such as fetching a token: its calls count under a key, so
 * that a plan knows what they cost once and what they spare.
 */
export function payOnce<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
  noteUse(key)
  return paying.run([...(paying.getStore() ?? []), key], work)
}

/** Gets what is made once for all tests; its calls count under its key. SuiteBug when making it needs itself. */
export function makeOnce<Value>(keeper: Keeper, key: string, make: Maker<Value>): Promise<Value> {
  noteUse(key)
  if (paying.getStore()?.includes(key) === true) throw new SuiteBug(`what leads to "${key}" needs it itself`)
  return keeper.get<Value>(key, (old) => payOnce(key, () => make(old)))
}

/** Notes that the running test uses what was paid under a key. */
export function noteUse(key: string): void {
  currentRecorder()?.tally?.use(key)
}

/** The key under which the calls of the moment count; undefined when they serve one test alone. */
export function payingKey(): string | undefined {
  return paying.getStore()?.at(-1)
}
