import type { JsonSchema } from './types.ts'

const telling = /(Id|_id|Code|Key|Number)$/

/** Tells whether a field or parameter is named like something by which a call names a thing. */
export function isTelling(name: string): boolean {
  return telling.test(name)
}

/** Lists the fields of a schema, at any depth, that tell an id, a code, a key or a number. */
export function tellingNames(schema: JsonSchema): string[] {
  const found = new Set<string>()
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const properties = (node as JsonSchema)['properties']
    if (typeof properties === 'object' && properties !== null)
      for (const name of Object.keys(properties).filter(isTelling)) found.add(name)
    for (const value of Object.values(node)) visit(value)
  }
  visit(schema)
  return [...found].sort()
}
