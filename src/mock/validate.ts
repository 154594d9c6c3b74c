import type { Operation } from '../contract/types.ts'
import type { Answer } from './answer.ts'
import { refusal } from './refusals.ts'
import { mediaTypeOf, type SandboxRequest } from './request.ts'
import type { World } from './world.ts'

const largestBody = 1024 * 1024

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

function refuseHeaders(world: World, operation: Operation, request: SandboxRequest): Answer | undefined {
  const missing = operation.requiredHeaders.find((name) => request.headers[name.toLowerCase()] === undefined)
  if (missing !== undefined && world.behaviour.enforces('header.required'))
    return refusal(400, operation, { location: missing })
  const accept = request.headers['accept'] ?? '*/*'
  const isAcceptable = /application\/json|application\/\*|\*\/\*/i.test(accept)
  return isAcceptable || !world.behaviour.enforces('accept') ? undefined : refusal(406, operation)
}

function refuseBodyForm(world: World, operation: Operation, request: SandboxRequest): Answer | undefined {
  const { behaviour } = world
  if (operation.request === undefined) return undefined
  if ((request.body?.length ?? 0) > largestBody && behaviour.enforces('body.size'))
    return refusal(413, operation)
  if (mediaTypeOf(request) !== operation.request.mediaType && behaviour.enforces('body.media-type'))
    return refusal(415, operation)
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
  for (const { name, in: place, required, schema } of operation.parameters) {
    const value =
      place === 'query'
        ? (query.get(name) ?? undefined)
        : place === 'header'
          ? request.headers[name.toLowerCase()]
          : 'given'
    if (
      value === undefined &&
      required &&
      place === 'query' &&
      world.behaviour.enforces('parameter.required')
    )
      return refusal(400, operation, { location: name })
    if (value === undefined || place === 'path') continue
    const isValid = world.validators.forSchema(schema)(typed(value, schema['type'])).length === 0
    if (!isValid && world.behaviour.enforces('parameter.valid')) return refusalOfParameter(operation, name)
  }
  return undefined
}

/** The US documents have a code of their own for each wrong date. */
function refusalOfParameter(operation: Operation, name: string): Answer {
  return refusal(400, operation, {
    code: `invalid${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    location: name,
  })
}

function typed(value: string, type: unknown): unknown {
  if (type === 'number' || type === 'integer') return value.trim() === '' ? value : Number(value)
  if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value
  return value
}

function refuseBody(world: World, operation: Operation, request: SandboxRequest): Answer | undefined {
  if (operation.request?.mediaType !== 'application/json' || !isJson(request.body)) return undefined
  const body = JSON.parse(request.body ?? 'null') as unknown
  const violations = world.validators
    .forPart(
      operation,
      'request',
    )(body)
    .filter(({ undocumented }) => !undocumented)
  const missing = violations.find(({ actual }) => actual === 'no such field')
  if (missing !== undefined && world.behaviour.enforces('body.required'))
    return refusal(400, operation, { location: missing.at })
  const wrong = violations.find((violation) => violation !== missing && violation.actual !== 'no such field')
  return wrong !== undefined && world.behaviour.enforces('body.valid')
    ? refusal(400, operation, { location: wrong.at })
    : undefined
}
