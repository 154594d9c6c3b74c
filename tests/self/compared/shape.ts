import type { JsonSchema } from '../../../src/contract/types.ts'
import type { FactField } from './rows.ts'

/** What is said of a field, header or parameter; undefined where nothing is. */
export interface Said {
  readonly type?: string | undefined
  readonly required?: boolean | undefined
}

/** What is said, by name or by place, for example `accounts[].balance`. */
export type Shape = ReadonlyMap<string, Said>

type Fields = NonNullable<FactField['fields']>

/** Lays the fields of the facts out by place; those of a list belong to its items. */
export function shapeOfFacts(fields: Fields, model?: string | null): Shape {
  return model === 'array' ? placesOf({ type: 'object', fields }, '[]') : placesIn(fields, '')
}

function placesIn(fields: Fields, at: string): Shape {
  return new Map(Object.entries(fields).flatMap(([name, field]) => [...placesOf(field, join(at, name))]))
}

function placesOf(field: FactField, at: string): Shape {
  const items = field.items === undefined ? [] : placesOf(field.items, `${at}[]`)
  const fields = placesIn(field.fields ?? {}, at)
  return new Map([[at, { type: typeOfFact(field), required: field.required }], ...items, ...fields])
}

/** A model that the facts name without its fields is an object all the same. */
function typeOfFact({ type }: FactField): string | undefined {
  return type !== undefined && /^[A-Z]/.test(type) ? 'object' : type
}

/** Lays the fields of a schema out by place. */
export function shapeOfSchema(schema: JsonSchema): Shape {
  const visit = (node: JsonSchema, at: string, above: readonly JsonSchema[]): [string, Said][] => {
    const here = resolve(schema, node)
    if (above.includes(here)) return []
    const inside = [...above, here]
    const required = (here['required'] ?? []) as string[]
    const items = here['items'] as JsonSchema | undefined
    const properties = Object.entries((here['properties'] ?? {}) as Record<string, JsonSchema>)
    const parts = properties.map(([name, part]) => [join(at, name), part, required.includes(name)] as const)
    if (items !== undefined) parts.push([`${at}[]`, items, false])
    return parts.flatMap(([place, part, isRequired]) => [
      [place, { type: typeOfSchema(schema, part), required: isRequired }],
      ...visit(part, place, inside),
    ])
  }
  return new Map(visit(schema, '', []))
}

/** Names the type of a schema, through its references. */
export function typeOfSchema(root: JsonSchema, node: JsonSchema = root): string {
  return String(resolve(root, node)['type'])
}

function resolve(root: JsonSchema, node: JsonSchema): JsonSchema {
  const reference = node['$ref']
  if (typeof reference !== 'string') return node
  return resolve(root, (root['$defs'] as Record<string, JsonSchema>)[reference.replace('#/$defs/', '')]!)
}

function join(at: string, name: string): string {
  return at === '' ? name : `${at}.${name}`
}

/** Lists where the documents say otherwise than the facts; what the facts leave open is no difference. */
export function compareShapes(part: string, facts: Shape, documents: Shape): string[] {
  const others = [...documents.keys()].filter((name) => !facts.has(name))
  return [
    ...[...facts].flatMap(([name, fact]) => compareSaid(`${part}: ${name}`, fact, documents.get(name))),
    ...others.map((name) => `${part}: ${name} is not in the facts`),
  ]
}

function compareSaid(what: string, fact: Said, document: Said | undefined): string[] {
  if (document === undefined) return [`${what} is missing`]
  const isOtherType = fact.type !== undefined && fact.type !== document.type
  const isOtherDemand = fact.required !== undefined && fact.required !== document.required
  return [
    ...(isOtherType ? [`${what} is ${String(document.type)} instead of ${fact.type}`] : []),
    ...(isOtherDemand ? [`${what} is ${document.required === true ? 'required' : 'optional'}`] : []),
  ]
}
