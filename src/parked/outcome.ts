import { spanToText } from '../http/server-time.ts'
import type { Label } from './label.ts'

/** What a try showed: whether the token still opened something, and when, by the target's clock. */
export interface Try {
  /** Undefined when the answer tells neither, as a 503 does. */
  readonly alive: boolean | undefined
  /** The answer in short, for example `400 invalid_grant`. */
  readonly answer: string
  /** ISO 8601; undefined when the answer had no Date header. */
  readonly at: string | undefined
}

/** What a try says about the documented lifetime. */
export interface Outcome {
  readonly result: 'kept' | 'broken' | 'unclear'
  /** Which half of the promise it was about. */
  readonly about: 'before' | 'after'
  /** For example `alive 29 days after its issue`. */
  readonly expected: string
  readonly actual: string
}

/** Date headers count whole seconds, so the moment of issue and that of the try are off by one each. */
export const blurSeconds = 2

/** Judges a try by the target's own clock: alive before the deadline, dead after it, nothing within its blur. */
export function judgeTry({ issuedAt, deadline }: Label, { alive, answer, at }: Try): Outcome {
  const age = at === undefined ? Number.NaN : secondsBetween(issuedAt, at)
  const lifetime = secondsBetween(issuedAt, deadline)
  const about = age < lifetime ? 'before' : 'after'
  const isClear = alive !== undefined && age >= -blurSeconds && Math.abs(age - lifetime) > blurSeconds
  if (!isClear)
    return { result: 'unclear', about, expected: 'a clear answer', actual: `${answer} ${inWords(age)}` }
  const expected = `${about === 'before' ? 'alive' : 'refused'} ${inWords(age)}`
  const isKept = alive === (about === 'before')
  const actual = isKept ? expected : `${alive ? 'alive' : `refused (${answer})`} ${inWords(age)}`
  return { result: isKept ? 'kept' : 'broken', about, expected, actual }
}

function inWords(age: number): string {
  return Number.isNaN(age) ? 'at a time that no Date header tells' : `${spanToText(age)} after its issue`
}

function secondsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1000
}
