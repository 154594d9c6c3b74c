import { isFields } from './recorded-fields.ts'

/** Finds where two JSON values differ first, as a JSON pointer; undefined when they are equal. */
export function firstDifference(left: unknown, right: unknown, at = ''): string | undefined {
  if (Array.isArray(left) && Array.isArray(right)) return differenceOf({ ...left }, { ...right }, at)
  if (isFields(left) && isFields(right)) return differenceOf(left, right, at)
  return Object.is(left, right) ? undefined : at || '/'
}

function differenceOf(
  left: Readonly<Record<string, unknown>>,
  right: Readonly<Record<string, unknown>>,
  at: string,
): string | undefined {
  for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const here = `${at}/${name}`
    if (!Object.hasOwn(left, name) || !Object.hasOwn(right, name)) return here
    const found = firstDifference(left[name], right[name], here)
    if (found !== undefined) return found
  }
  return undefined
}
