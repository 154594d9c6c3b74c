import { isObject, propertyOf } from '../json.ts'

/** One error of a body, in the documented model. */
export interface ErrorEntry {
  /** JSON pointer of the error; empty for the body itself. */
  readonly at: string
  readonly type: unknown
  readonly code: unknown
}

/** The documented error types. */
export const errorTypes: readonly string[] = ['error', 'warn', 'invalid', 'fatal']

/** Lists the errors of a body: the body itself, or the items of its `errors`. */
export function errorEntriesOf(json: unknown): ErrorEntry[] {
  const list = propertyOf(json, 'errors')
  if (Array.isArray(list)) return list.map((item, index) => entryOf(item, `/errors/${index}`))
  return isObject(json) ? [entryOf(json, '')] : []
}

function entryOf(item: unknown, at: string): ErrorEntry {
  return { at, type: propertyOf(item, 'type'), code: propertyOf(item, 'code') }
}
