import type { Node } from './document.ts'

/** Keywords of JSON Schema 2020-12 that OpenAPI 3.0 has no word for; dropping them only makes a schema wider. */
const unknownTo30 = new Set([
  '$id',
  '$schema',
  '$comment',
  'if',
  'then',
  'else',
  'contains',
  'contentEncoding',
  'contentMediaType',
  'contentSchema',
  'dependentRequired',
  'dependentSchemas',
  'patternProperties',
  'prefixItems',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
])

/**
 * Rewrites an OpenAPI 3.1 document as 3.0.3 for tools that read no other. What 3.0 says in another way is said
 * so; what it cannot say is left out.
 */
export function toOpenApi30(document: Node): Node {
  const { info, components, paths, ...rest } = document
  return {
    ...visitAny(rest),
    openapi: '3.0.3',
    info: withoutKeys(info as Node, ['summary', 'license']),
    paths: visit(paths),
    ...(components === undefined ? {} : { components: visitComponents(components as Node) }),
  }
}

function visitComponents(components: Node): Node {
  const schemas = Object.entries((components['schemas'] ?? {}) as Record<string, Node>)
  return {
    ...visitAny(withoutKeys(components, ['pathItems', 'schemas'])),
    schemas: Object.fromEntries(schemas.map(([name, schema]) => [name, visitSchema(schema)])),
  }
}

/** Walks everything that is no schema; what stands below `schema` is one. */
function visit(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(visit)
  return typeof node === 'object' && node !== null ? visitAny(node as Node) : node
}

function visitAny(node: Node): Node {
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key === 'schema') return [key, visitSchema(value)]
      return [key, key === 'example' || key === 'value' ? value : visit(value)]
    }),
  )
}

function visitSchema(schema: unknown): unknown {
  if (typeof schema === 'boolean') return schema ? {} : { not: {} }
  const { $ref: reference, ...others } = schema as Node
  if (typeof reference === 'string')
    return Object.keys(others).length === 0
      ? { $ref: reference }
      : { ...(visitSchema(others) as Node), allOf: [{ $ref: reference }] }
  return withBounds(withType(withExample(Object.fromEntries(Object.entries(others).flatMap(visitKeyword)))))
}

function visitKeyword([key, value]: [string, unknown]): [string, unknown][] {
  if (unknownTo30.has(key) || key.startsWith('x-')) return []
  if (key === 'const') return [['enum', [value]]]
  if (key === 'properties' || key === '$defs')
    return [
      [
        key,
        Object.fromEntries(
          Object.entries(value as Node).map(([name, schema]) => [name, visitSchema(schema)]),
        ),
      ],
    ]
  if (key === 'items' || key === 'not') return [[key, visitSchema(value)]]
  if (key === 'additionalProperties') return [[key, typeof value === 'boolean' ? value : visitSchema(value)]]
  if (key === 'allOf' || key === 'anyOf' || key === 'oneOf')
    return [[key, (value as unknown[]).map(visitSchema)]]
  return [[key, value]]
}

function withExample({ examples, ...schema }: Node): Node {
  const [first] = Array.isArray(examples) ? (examples as unknown[]) : []
  return first === undefined ? schema : { ...schema, example: first }
}

function withType(schema: Node): Node {
  const { type, ...rest } = schema
  if (!Array.isArray(type)) return schema
  const kinds = (type as string[]).filter((kind) => kind !== 'null')
  const nullable = kinds.length < type.length ? { nullable: true } : {}
  if (kinds.length === 1) return { ...rest, type: kinds[0], ...nullable }
  return { ...rest, ...nullable, anyOf: kinds.map((kind) => ({ type: kind })) }
}

/** In 3.0 an exclusive bound is a flag beside the bound. */
function withBounds(schema: Node): Node {
  return exclusive(exclusive(schema, 'exclusiveMinimum', 'minimum'), 'exclusiveMaximum', 'maximum')
}

function exclusive(schema: Node, flag: string, bound: string): Node {
  const value = schema[flag]
  return typeof value === 'number' ? { ...schema, [bound]: value, [flag]: true } : schema
}

function withoutKeys(node: Node, keys: readonly string[]): Node {
  return Object.fromEntries(Object.entries(node).filter(([key]) => !keys.includes(key)))
}
