import type { JsonSchema, Parameter } from './types.ts'

/** A request that is wrong in one place. */
export interface Mistake {
  /** Name of the parameter, or JSON pointer into the body. */
  readonly at: string
  /** What is wrong, in words. */
  readonly what: string
}

/** A parameter value outside its documented ones. */
export interface ParameterMistake extends Mistake {
  readonly value: string
}

/** A body that is wrong in one field. */
export interface BodyMistake extends Mistake {
  readonly body: unknown
}

/** Returns a value that the schema of a parameter does not allow; undefined when it allows every text. */
export function invalidParameter({ name, schema }: Parameter): ParameterMistake | undefined {
  if (schema['enum'] !== undefined)
    return { at: name, what: 'a value outside the documented ones', value: 'NOT_A_DOCUMENTED_VALUE' }
  if (schema['format'] === 'date') return { at: name, what: 'a day that does not exist', value: '2026-13-45' }
  if (schema['type'] === 'number' || schema['type'] === 'integer')
    return { at: name, what: 'a word instead of a number', value: 'many' }
  if (schema['type'] === 'boolean')
    return { at: name, what: 'a word instead of true or false', value: 'perhaps' }
  const { pattern } = schema
  if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test('!!'))
    return { at: name, what: 'a text outside its pattern', value: '!!' }
  return undefined
}

/** Lists the bodies that lack one required field each. */
export function bodiesWithoutRequired(schema: JsonSchema, body: unknown): BodyMistake[] {
  return fieldsOf(schema, body)
    .filter(({ required }) => required)
    .map(({ path }) => ({ at: pointer(path), what: 'left out', body: change(body, path, undefined) }))
}

/** Lists the bodies whose fields are of a wrong type, one each. */
export function bodiesOfWrongType(schema: JsonSchema, body: unknown): BodyMistake[] {
  return fieldsOf(schema, body).map(({ path }) => ({
    at: pointer(path),
    what: 'of the wrong type',
    body: change(body, path, wrongTypeOf(valueAt(body, path))),
  }))
}

interface Field {
  readonly path: readonly (string | number)[]
  readonly required: boolean
}

/** Walks the fields that stand in an example body, with what the schema says of each. */
function fieldsOf(root: JsonSchema, body: unknown): Field[] {
  const visit = (node: JsonSchema, value: unknown, path: readonly (string | number)[]): Field[] => {
    const schema = resolveLocal(root, node)
    if (Array.isArray(value))
      return visit((schema['items'] as JsonSchema | undefined) ?? {}, value[0], [...path, 0])
    if (typeof value !== 'object' || value === null) return []
    const properties = (schema['properties'] as Record<string, JsonSchema> | undefined) ?? {}
    const required = (schema['required'] as string[] | undefined) ?? []
    return Object.entries(properties)
      .filter(([name]) => Object.hasOwn(value, name))
      .flatMap(([name, property]) => {
        const here = [...path, name]
        return [
          { path: here, required: required.includes(name) },
          ...visit(property, (value as Record<string, unknown>)[name], here),
        ]
      })
  }
  return visit(root, body, [])
}

function resolveLocal(root: JsonSchema, node: JsonSchema): JsonSchema {
  const reference = node['$ref']
  if (typeof reference !== 'string') return node
  const definitions = root['$defs'] as Record<string, JsonSchema> | undefined
  return definitions?.[reference.replace('#/$defs/', '')] ?? {}
}

/** An array becomes a text, everything else an array: no documented field is both. */
function wrongTypeOf(value: unknown): unknown {
  return Array.isArray(value) ? 'not a list' : ['not', 'a', 'value']
}

function valueAt(body: unknown, path: Field['path']): unknown {
  return path.reduce<unknown>(
    (node, key) => (node as Record<string | number, unknown> | undefined)?.[key],
    body,
  )
}

function change(body: unknown, path: Field['path'], value: unknown): unknown {
  const copy = structuredClone(body)
  const parent = valueAt(copy, path.slice(0, -1)) as Record<string | number, unknown>
  const last = path.at(-1) as string | number
  if (value === undefined) Reflect.deleteProperty(parent, last)
  else parent[last] = value
  return copy
}

function pointer(path: Field['path']): string {
  return path.map((part) => `/${part}`).join('')
}
