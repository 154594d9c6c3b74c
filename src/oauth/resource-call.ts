import { randomUUID } from 'node:crypto'
import type { JsonSchema, Operation, Parameter } from '../contract/types.ts'
import type { Call } from '../http/client.ts'

/** Who calls, and with which values. */
export interface CallValues {
  readonly accessToken?: string | undefined
  readonly clientId: string
  /** Values of parameters by name, such as `accountId`; the documents' examples fill the rest. */
  readonly parameters: Readonly<Record<string, string>>
  readonly body?: unknown
}

/**
 * Builds a call of an operation that is right in everything: every required header, parameter and body field.
 * Optional parameters are left out unless a value is given.
 */
export function buildCall(operation: Operation, values: CallValues): Call {
  const query = operation.parameters.filter(
    (parameter) => parameter.in === 'query' && isSent(parameter, values),
  )
  const search = query
    .map(({ name, schema }) => `${name}=${encodeURIComponent(valueOf(name, schema, values))}`)
    .join('&')
  const body = values.body ?? exampleBody(operation)
  return {
    method: operation.method,
    base: operation.base,
    path: fillPath(operation, values) + (search === '' ? '' : `?${search}`),
    headers: {
      ...headersOf(operation, values),
      ...(operation.request === undefined ? {} : { 'content-type': operation.request.mediaType }),
    },
    ...(operation.request === undefined ? {} : { body: JSON.stringify(body) }),
  }
}

/** Returns the first example of a schema, or of its leaves; undefined when it gives none. */
export function exampleOf(schema: JsonSchema, root: JsonSchema = schema): unknown {
  const reference = schema['$ref']
  if (typeof reference === 'string') return exampleOf(definition(root, reference), root)
  const [first] =
    (schema['examples'] as unknown[] | undefined) ?? (schema['enum'] as unknown[] | undefined) ?? []
  if (first !== undefined) return first
  if (schema['type'] === 'array') return [exampleOf(schema['items'] as JsonSchema, root)]
  const properties = schema['properties'] as Record<string, JsonSchema> | undefined
  if (properties === undefined) return undefined
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, exampleOf(property, root)]),
  )
}

/** Returns the example body of an operation. */
export function exampleBody(operation: Operation): unknown {
  return operation.request === undefined ? undefined : exampleOf(operation.request.schema)
}

function definition(root: JsonSchema, reference: string): JsonSchema {
  const definitions = root['$defs'] as Record<string, JsonSchema> | undefined
  return definitions?.[reference.replace('#/$defs/', '')] ?? {}
}

function isSent(parameter: Parameter, values: CallValues): boolean {
  return parameter.required || values.parameters[parameter.name] !== undefined
}

function fillPath(operation: Operation, values: CallValues): string {
  return operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
    const parameter = operation.parameters.find(
      (candidate) => candidate.in === 'path' && candidate.name === name,
    )
    return encodeURIComponent(valueOf(name, parameter?.schema ?? {}, values))
  })
}

function headersOf(operation: Operation, values: CallValues): Record<string, string | undefined> {
  const known: Record<string, string> = {
    client_id: values.clientId,
    uuid: randomUUID(),
    Accept: 'application/json',
  }
  const declared = operation.parameters.filter(
    (parameter) => parameter.in === 'header' && isSent(parameter, values),
  )
  return {
    Accept: known['Accept'],
    ...Object.fromEntries(
      declared.map(({ name, schema }) => [name, known[name] ?? valueOf(name, schema, values)]),
    ),
    ...(values.accessToken === undefined ? {} : { Authorization: `Bearer ${values.accessToken}` }),
  }
}

function valueOf(name: string, schema: JsonSchema, values: CallValues): string {
  return values.parameters[name] ?? textOf(exampleOf(schema))
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined ? 'example' : JSON.stringify(value)
}
