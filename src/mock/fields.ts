/** Fields of a JSON object, as they came. */
export type Fields = Readonly<Record<string, unknown>>

/** Tells whether a value is an object with fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Reads the fields of a value; none when it has none. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {}
}

/** Reads the items of a list that have fields. */
export function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : []
}

/** Reads a text; empty when it is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
