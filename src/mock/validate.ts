import type { Operation, Parameter } from '../contract/types.ts'
import type { Violation } from '../contract/validators.ts'
import type { Answer } from './answer.ts'
import { type Fault, refusal } from './refusals.ts'
import {
  acceptsJson,
  isTooLarge,
  mediaTypeOf,
  missingHeader,
  repeatedNames,
  type SandboxRequest,
} from './request.ts'
import type { World } from './world.ts'

/** Refuses a call that breaks the document of its operation; undefined when it is right. */
export function refuseInvalid(
  world: World,
  operation: Operation,
  request: SandboxRequest,
): Answer | undefined {
  return (
    refuseHeaders(world, operation, request) ??
    refuseBodyForm(world, operation, request) ??
    refuseParameters(world, operation, request) ??
    refuseBody(world, operation, request)
  )
}

/** Refuses a call that lacks a header, or takes no JSON. */
export function refuseHeaders(
  world: World,
  operation: Operation,
  request: SandboxRequest,
): Answer | undefined {
  const missing = missingHeader(operation, request.headers)
  if (missing !== undefined && world.behaviour.enforces('header.required'))
    return refusal(400, operation, { fault: headerFault(missing, true) })
  return acceptsJson(request) || !world.behaviour.enforces('accept') ? undefined : refusal(406, operation)
}

function refuseBodyForm(world: World, operation: Operation, request: SandboxRequest): Answer | undefined {
  const { behaviour } = world
  if (operation.request === undefined) return undefined
  if (mediaTypeOf(request) !== operation.request.mediaType && behaviour.enforces('body.media-type'))
    return refusal(415, operation)
  if (isTooLarge(request) && behaviour.enforces('body.size')) return refusal(413, operation)
  return isJson(request.body) || !behaviour.enforces('body.well-formed') ? undefined : refusal(400, operation)
}

function isJson(body: string | undefined): boolean {
  try {
    JSON.parse(body ?? '')
    return true
  } catch {
    return false
  }
}

function refuseParameters(world: World, operation: Operation, request: SandboxRequest): Answer | undefined {
  const query = new URLSearchParams(request.query)
  const repeated = repeatedNames(query)
  for (const parameter of operation.parameters) {
    const value = valueOf(parameter, query, request)
    if (parameter.in === 'path') continue
    const isMissing = value === '' && parameter.required
    if (isMissing && parameter.in === 'query' && world.behaviour.enforces('parameter.required'))
      return refusal(400, operation, { fault: faultOf(parameter, true) })
    if (value === '') continue
    const isRight = !repeated.includes(parameter.name) && isValid(world, parameter, value)
    if (!isRight && world.behaviour.enforces('parameter.valid'))
      return refusal(400, operation, {
        code: codeOf(operation, parameter),
        fault: faultOf(parameter, false),
      })
  }
  return undefined
}

function valueOf(parameter: Parameter, query: URLSearchParams, { headers }: SandboxRequest): string {
  return (parameter.in === 'header' ? headers[parameter.name.toLowerCase()] : query.get(parameter.name)) ?? ''
}

function isValid(world: World, { schema }: Parameter, value: string): boolean {
  return world.validators.forSchema(schema)(typed(value, schema['type'])).length === 0
}

/** The US documents have a code of their own for each wrong date. */
function codeOf(operation: Operation, { name }: Parameter): string {
  const code = `invalid${name.charAt(0).toUpperCase()}${name.slice(1)}`
  const documented = operation.responses.find(({ status }) => status === 400)?.examples ?? {}
  return code in documented ? code : 'invalidRequest'
}

function faultOf({ name, in: place }: Parameter, missing: boolean): Fault {
  if (place === 'header') return headerFault(name, missing)
  return { name, fields: [{ path: `/APIProcessInput/QueryParams/Param[Name='${name}']/Value`, missing }] }
}

function headerFault(name: string, missing: boolean): Fault {
  return { name, fields: [{ path: `/APIProcessInput/Headers/Header[Name='${name}']/Value`, missing }] }
}

function typed(value: string, type: unknown): unknown {
  if (type === 'number' || type === 'integer') return value.trim() === '' ? value : Number(value)
  if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value
  return value
}

function refuseBody(world: World, operation: Operation, request: SandboxRequest): Answer | undefined {
  if (operation.request?.mediaType !== 'application/json' || !isJson(request.body)) return undefined
  const body = JSON.parse(request.body ?? 'null') as unknown
  const violations = world.validators.forPart(operation, 'request')(body)
  const guarded = violations.filter(
    (violation) =>
      !violation.undocumented &&
      world.behaviour.enforces(isMissing(violation) ? 'body.required' : 'body.valid'),
  )
  return guarded.length === 0 ? undefined : refusal(400, operation, { fault: bodyFault(guarded) })
}

function isMissing({ actual }: Violation): boolean {
  return actual === 'no such field'
}

function bodyFault(violations: readonly Violation[]): Fault {
  const fields = violations.map((violation) => ({
    path: `/JSON${violation.at}`,
    missing: isMissing(violation),
  }))
  return { name: violations[0]?.at.split('/').at(-1) ?? '', fields }
}
