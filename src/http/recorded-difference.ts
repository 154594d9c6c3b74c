import { isFields } from './recorded-fields.ts'

/** Finds where two JSON values differ first, as a JSON pointer; undefined when they are equal. */
export function firstDifference(left: unknown, right: unknown, at = ''): string | undefined {
  const [mine, other] = [membersOf(left), membersOf(right)]
  if (mine === undefined || other === undefined || Array.isArray(left) !== Array.isArray(right))
    return Object.is(left, right) ? undefined : at || '/'
  for (const name of new Set([...mine.keys(), ...other.keys()])) {
    const here = `${at}/${name}`
    if (!mine.has(name) || !other.has(name)) return here
    const found = firstDifference(mine.get(name), other.get(name), here)
    if (found !== undefined) return found
  }
  return undefined
}

function membersOf(value: unknown): Map<string, unknown> | undefined {
  return Array.isArray(value) || isFields(value) ? new Map(Object.entries(value)) : undefined
}
