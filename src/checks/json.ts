/** What stands at one place of a JSON text: a property of an object or an item of an array. */
export interface Member {
  /** JSON pointer. */
  readonly at: string
  /** The name of the property; for an item, that of the nearest property around it. */
  readonly name: string
  /** The literal as it is written; `{` or `[` for a container. */
  readonly raw: string
  /** Whether the object holds an earlier property of this name. */
  readonly repeated: boolean
}

interface Container {
  readonly at: string
  readonly name: string
  /** The names seen so far; undefined in an array. */
  readonly names: Set<string> | undefined
  key: string | undefined
  index: number
}

const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g

let last: { readonly text: string; readonly members: readonly Member[] } = { text: '', members: [] }

/**
 * Lists every member of a valid JSON text in its order. It reads the text because a parser keeps neither
 * repeated names nor the digits as written, and it does not recurse, so that no depth can break it.
 */
export function membersOf(text: string): readonly Member[] {
  // Several checks ask for the members of the same body, one after the other.
  if (last.text !== text) last = { text, members: readMembers(text) }
  return last.members
}

function readMembers(text: string): Member[] {
  const members: Member[] = []
  const open: Container[] = []
  for (const [raw] of text.matchAll(token)) {
    const inside = open.at(-1)
    if (raw === ':') continue
    if (raw === '}' || raw === ']') open.pop()
    else if (raw === ',') nextMember(inside)
    else if (inside?.names !== undefined && inside.key === undefined) inside.key = readString(raw)
    else {
      const member = memberAt(inside, raw)
      if (inside !== undefined) members.push(member)
      if (raw === '{' || raw === '[') open.push(containerAt(member))
    }
  }
  return members
}

function nextMember(inside: Container | undefined): void {
  if (inside === undefined) return
  inside.key = undefined
  inside.index += 1
}

function memberAt(inside: Container | undefined, raw: string): Member {
  if (inside === undefined) return { at: '', name: '', raw, repeated: false }
  const key = inside.key ?? String(inside.index)
  const repeated = inside.names?.has(key) ?? false
  inside.names?.add(key)
  const name = inside.names === undefined ? inside.name : key
  return { at: `${inside.at}/${escapePointer(key)}`, name, raw, repeated }
}

function containerAt({ at, name, raw }: Member): Container {
  return { at, name, names: raw === '{' ? new Set() : undefined, key: undefined, index: 0 }
}

function escapePointer(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1')
}

function readString(raw: string): string {
  try {
    return JSON.parse(raw) as string
  } catch {
    return raw
  }
}

/** Lists the strings of a valid JSON text with their places. */
export function stringsOf(text: string): { at: string; name: string; value: string }[] {
  return membersOf(text)
    .filter(({ raw }) => raw.startsWith('"'))
    .map(({ at, name, raw }) => ({ at, name, value: readString(raw) }))
}

/** Tells whether a value is a JSON object: no null, no array. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Returns a property of a JSON object; undefined for everything that has none. */
export function propertyOf(json: unknown, name: string): unknown {
  return isObject(json) && Object.hasOwn(json, name) ? json[name] : undefined
}

/** Reads a number, also one that stands in quotes; NaN for everything else. */
export function numberOf(value: unknown): number {
  return typeof value === 'number' || typeof value === 'string'
    ? Number.parseFloat(String(value))
    : Number.NaN
}

/** Describes a value in the words of a finding. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'no such field'
  if (Array.isArray(value)) return 'an array'
  if (isObject(value)) return 'an object'
  return shorten(JSON.stringify(value))
}

/** Cuts a text to what fits a line of a report. */
export function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
