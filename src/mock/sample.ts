import type { JsonSchema } from '../contract/types.ts'

interface Place {
  readonly root: JsonSchema
  /** References that are being followed, so that a model that holds itself ends. */
  readonly open: readonly string[]
}

const samples = new WeakMap<JsonSchema, unknown>()

/** Makes a value of the leaves' examples, with every property and one item per list; each call gives a fresh copy. */
export function sampleBody(schema: JsonSchema): unknown {
  if (!samples.has(schema)) samples.set(schema, build(schema, { root: schema, open: [] }))
  return structuredClone(samples.get(schema))
}

function build(schema: JsonSchema, place: Place): unknown {
  const reference = schema['$ref']
  if (typeof reference === 'string') return buildReference(reference, place)
  if (Object.hasOwn(schema, 'const')) return schema['const']
  const parts = schema['allOf'] as JsonSchema[] | undefined
  if (parts !== undefined) return Object.assign({}, ...parts.map((part) => build(part, place))) as object
  const [choice] = ((schema['oneOf'] ?? schema['anyOf']) as JsonSchema[] | undefined) ?? []
  if (choice !== undefined) return build(choice, place)
  const properties = schema['properties'] as Record<string, JsonSchema> | undefined
  if (properties !== undefined) return buildObject(properties, place)
  const items = schema['items'] as JsonSchema | undefined
  if (items !== undefined) return [build(items, place)].filter((item) => item !== undefined)
  return buildLeaf(schema)
}

function buildReference(reference: string, { root, open }: Place): unknown {
  if (open.includes(reference)) return undefined
  const definitions = root['$defs'] as Record<string, JsonSchema> | undefined
  return build(definitions?.[reference.replace('#/$defs/', '')] ?? {}, { root, open: [...open, reference] })
}

function buildObject(properties: Record<string, JsonSchema>, place: Place): object {
  const entries = Object.entries(properties).map(([name, property]) => [name, build(property, place)])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as object
}

function buildLeaf(schema: JsonSchema): unknown {
  const [first] = ((schema['examples'] ?? schema['enum']) as unknown[] | undefined) ?? []
  return first ?? schema['default'] ?? fallback(schema)
}

const formats: Readonly<Record<string, string>> = {
  date: '2026-01-05',
  'date-time': '2026-01-05T09:00:00Z',
  email: 'customer@example.com',
  uri: 'https://bank.example/',
  uuid: '1f0c9d3e-6a52-4a0e-9d7b-2f64a1c05b11',
}

function fallback(schema: JsonSchema): unknown {
  switch (schema['type']) {
    case 'number':
    case 'integer':
      return schema['minimum'] ?? 0
    case 'boolean':
      return false
    case 'array':
      return []
    case 'object':
      return {}
    default:
      return formats[String(schema['format'])] ?? 'text'
  }
}
