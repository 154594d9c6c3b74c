import { SpecError } from '../errors.ts'
import type { SpecDocument } from './documents.ts'
import type { JsonSchema } from './types.ts'

const schemaPrefix = '#/components/schemas/'

/** Follows `$ref` until something without one is found; SpecError `spec-invalid` when it leads nowhere. */
export function resolve<T>(spec: SpecDocument, node: T | { $ref: string }): T {
  let current: unknown = node
  for (let hops = 0; hops < 20; hops++) {
    if (!isReference(current)) return current as T
    current = follow(spec, current.$ref)
  }
  throw new SpecError('spec-invalid', `${spec.file} holds a circle of references at ${JSON.stringify(node)}`)
}

function follow(spec: SpecDocument, reference: string): unknown {
  if (!reference.startsWith('#/')) {
    throw new SpecError(
      'spec-invalid',
      `${spec.file} refers to ${reference}; references stay inside a document`,
    )
  }
  let current: unknown = spec.document
  for (const part of reference.slice(2).split('/')) {
    current = (current as Record<string, unknown> | undefined)?.[
      part.replaceAll('~1', '/').replaceAll('~0', '~')
    ]
  }
  if (current === undefined)
    throw new SpecError('spec-invalid', `${spec.file} refers to ${reference}, which is not there`)
  return current
}

function isReference(node: unknown): node is { $ref: string } {
  return typeof node === 'object' && node !== null && typeof (node as { $ref?: unknown }).$ref === 'string'
}

/**
 * Turns a schema of an OpenAPI document into a JSON Schema that stands alone:
 * components move to `$defs`, extensions (`x-…`) are left out.
 * @see https://spec.openapis.org/oas/v3.1.0#schema-object
 */
export function standalone(spec: SpecDocument, schema: unknown): JsonSchema {
  const definitions: Record<string, unknown> = {}
  const body = rewrite(schema, (name) => collect(spec, name, definitions))
  const names = Object.keys(definitions).sort()
  if (names.length === 0) return body
  return { ...body, $defs: Object.fromEntries(names.map((name) => [name, definitions[name]])) }
}

function collect(spec: SpecDocument, name: string, definitions: Record<string, unknown>): void {
  if (Object.hasOwn(definitions, name)) return
  definitions[name] = true
  definitions[name] = rewrite(follow(spec, schemaPrefix + name), (next) => collect(spec, next, definitions))
}

function rewrite(node: unknown, onReference: (name: string) => void): JsonSchema {
  const visit = (value: unknown, insideNames: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item) => visit(item, false))
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).filter(([key]) => insideNames || !key.startsWith('x-'))
    return Object.fromEntries(entries.map(([key, item]) => [key, visitEntry(key, item, insideNames)]))
  }
  const visitEntry = (key: string, item: unknown, insideNames: boolean): unknown => {
    if (insideNames) return visit(item, false)
    if (key === '$ref' && typeof item === 'string' && item.startsWith(schemaPrefix)) {
      const name = item.slice(schemaPrefix.length)
      onReference(name)
      return `#/$defs/${name}`
    }
    // Values of these keywords are data, not schemas.
    if (key === 'examples' || key === 'enum' || key === 'const' || key === 'default') return item
    return visit(item, key === 'properties' || key === 'patternProperties' || key === '$defs')
  }
  return visit(node, false) as JsonSchema
}
