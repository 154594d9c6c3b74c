import { type Fields, isFields } from '../fields.ts'

/** Puts a change over what is there: fields that it does not name stay, lists are replaced as a whole. */
export function merge(known: Fields, change: Fields): Fields {
  const changed = Object.entries(change).map(([name, value]) => {
    const before = known[name]
    return [name, isFields(before) && isFields(value) ? merge(before, value) : value]
  })
  return { ...known, ...(Object.fromEntries(changed) as Fields) }
}

/** Keeps of what was sent what the sample of an answer has a place for; nothing is made up. */
export function project(sample: unknown, sent: unknown): unknown {
  if (Array.isArray(sample) && Array.isArray(sent)) return sent.map((item) => project(sample[0], item))
  if (!isFields(sample) || !isFields(sent)) return sent
  const shown = Object.entries(sent).filter(([name]) => Object.hasOwn(sample, name))
  return Object.fromEntries(shown.map(([name, value]) => [name, project(sample[name], value)]))
}
