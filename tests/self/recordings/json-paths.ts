/** A JSON object or list. */
export type Node = Record<string, unknown>

/** A place in a JSON value: names and indexes from the root. */
export type Place = readonly string[]

/** Lists every place of a value, containers before what they hold. */
export function placesOf(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([name, child]) => placesOf(child, [...at, name]))]
}

/** Returns what stands at a place. */
export function valueAt(value: unknown, place: Place): unknown {
  return place.reduce<unknown>((node, name) => (node as Node)[name], value)
}

/** Copies a value with one place changed; undefined takes it away. */
export function changedAt<Value>(value: Value, place: Place, change: unknown): Value {
  const [name, ...rest] = place
  if (name === undefined) return change as Value
  if (Array.isArray(value)) {
    const items = value.map((item: unknown, index) =>
      String(index) === name ? changedAt(item, rest, change) : item,
    )
    return (
      change === undefined && rest.length === 0 ? items.filter((_, index) => String(index) !== name) : items
    ) as Value
  }
  const { [name]: inner, ...others } = value as Node
  const changed = changedAt(inner, rest, change)
  return (changed === undefined ? others : { ...others, [name]: changed }) as Value
}
