import type { JsonSchema } from '../contract/types.ts'

/** Lists the fields that a schema declares, as pointers in which a star stands for every item of a list. */
export function declaredFields(schema: JsonSchema): string[] {
  const found = new Set<string>()
  visit(schema, '', { root: schema, open: [], found })
  return [...found]
}

interface Walk {
  readonly root: JsonSchema
  /** References that are being followed, so that a model that holds itself ends. */
  readonly open: readonly string[]
  readonly found: Set<string>
}

function visit(schema: JsonSchema, at: string, walk: Walk): void {
  const reference = schema['$ref']
  if (typeof reference === 'string') {
    follow(reference, at, walk)
    return
  }
  for (const keyword of ['allOf', 'oneOf', 'anyOf'])
    for (const part of (schema[keyword] as JsonSchema[] | undefined) ?? []) visit(part, at, walk)
  if (schema['items'] !== undefined) visit(schema['items'] as JsonSchema, `${at}/*`, walk)
  for (const [name, property] of Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>)) {
    walk.found.add(`${at}/${name}`)
    visit(property, `${at}/${name}`, walk)
  }
}

function follow(reference: string, at: string, walk: Walk): void {
  if (walk.open.includes(reference)) return
  const definitions = walk.root['$defs'] as Record<string, JsonSchema> | undefined
  const target = definitions?.[reference.replace('#/$defs/', '')] ?? {}
  visit(target, at, { ...walk, open: [...walk.open, reference] })
}

/** Lists the fields of a body in the same words. */
export function fieldsOfBody(body: unknown, at = ''): string[] {
  if (Array.isArray(body)) return body.flatMap((item) => fieldsOfBody(item, `${at}/*`))
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([name, value]) => [
    `${at}/${name}`,
    ...fieldsOfBody(value, `${at}/${name}`),
  ])
}
