import type { Operation } from '../contract/types.ts'
import { type Answer, json } from './answer.ts'

/** A refusal in general words, for where no document has better ones. */
interface GeneralError {
  readonly type: 'error' | 'invalid' | 'fatal'
  readonly code: string
  readonly details: string
}

const general: Readonly<Record<number, GeneralError>> = {
  400: { type: 'invalid', code: 'invalidRequest', details: 'Missing or invalid Parameters' },
  401: { type: 'error', code: 'unAuthorized', details: 'Authorization credentials are missing or invalid' },
  403: {
    type: 'error',
    code: 'accessNotConfigured',
    details: 'The request operation is not configured to access this resource',
  },
  404: { type: 'error', code: 'resourceNotFound', details: 'Empty resource/resource not found' },
  405: { type: 'invalid', code: 'methodNotAllowed', details: 'The method is not offered here' },
  406: { type: 'invalid', code: 'notAcceptable', details: 'The answer can only be JSON' },
  413: { type: 'invalid', code: 'payloadTooLarge', details: 'The body is too large' },
  415: { type: 'invalid', code: 'unsupportedMediaType', details: 'The body must be JSON' },
  429: { type: 'error', code: 'tooManyRequests', details: 'Too many calls; wait and try again' },
  431: { type: 'invalid', code: 'headersTooLarge', details: 'The headers are too large' },
  500: { type: 'fatal', code: 'serverUnavailable', details: 'The request failed due to an internal error' },
}

/** A parameter or field that is missing or wrong. */
export interface Fault {
  readonly name: string
  /** What the error model says of each field at fault; absent when the name says all. */
  readonly fields?: readonly FieldFault[]
}

/** What the error model says of a field. */
export interface FieldFault {
  /** Where it stands, in the words of the error model, for example `/JSON/emails`. */
  readonly path: string
  readonly missing: boolean
}

/** Refuses a call because the control plane decided so, with the headers that go with the status. */
export function decidedRefusal(status: number, operation: Operation | undefined): Answer {
  const isTokenCall = operation === undefined || ['basic', 'none'].includes(operation.grant)
  const challenge = isTokenCall ? 'Basic realm="citi"' : 'Bearer realm="citi", error="invalid_token"'
  const headers: Readonly<Record<number, Record<string, string>>> = {
    401: { 'www-authenticate': challenge },
    429: { 'retry-after': '60', 'cache-control': 'no-store' },
  }
  return refusal(status, operation, { headers: headers[status] ?? {} })
}

/** Refuses a call in the words of its document, or in general ones where it has none. */
export function refusal(
  status: number,
  operation: Operation | undefined,
  options: { code?: string; fault?: Fault; headers?: Record<string, string> } = {},
): Answer {
  const documented = operation?.responses.find((response) => response.status === status)?.examples ?? {}
  const example =
    documented[options.code ?? general[status]?.code ?? ''] ??
    Object.values(documented)[0] ??
    generalBody(status, operation)
  return json(status, locate(example, options.fault), options.headers ?? {})
}

/** Writes an error in the shape of the operation's other errors. */
function generalBody(status: number, operation: Operation | undefined): unknown {
  const error = general[status]
  const errors = (operation?.responses ?? [])
    .filter((response) => response.status >= 400)
    .flatMap(({ examples }) => Object.values(examples) as object[])
  if (errors.some((body) => 'error' in body))
    return {
      error: status >= 500 ? 'server_error' : 'invalid_request',
      error_description: error?.details,
    }
  return errors.some((body) => 'errors' in body) ? { errors: [error] } : error
}

/** Names the field at fault where the error model has a place for it. */
function locate(body: unknown, fault: Fault | undefined): unknown {
  if (fault === undefined || typeof body !== 'object' || body === null) return body
  if ('errors' in body && Array.isArray(body.errors))
    return { ...body, errors: body.errors.map((error: object) => ({ ...error, location: fault.name })) }
  if (!('details' in body)) return body
  const { name: location, fields } = fault
  return fields === undefined
    ? { ...body, location }
    : { ...body, location, moreInfo: { fieldLevelErrors: fields.map(fieldError) } }
}

function fieldError({ path, missing }: FieldFault): object {
  return missing
    ? { fieldName: path, reasonCode: 'missing', errorMessage: 'Required field is missing' }
    : { fieldName: path, reasonCode: 'invalidReference', errorMessage: 'Required Valid Reference Data' }
}
