import type { Operation } from '../contract/types.ts'
import { type Answer, json } from './answer.ts'

/** A refusal in general words, for where no document has better ones. */
interface Refusal {
  readonly type: 'error' | 'invalid' | 'fatal'
  readonly code: string
  readonly details: string
}

const general: Readonly<Record<number, Refusal>> = {
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
  500: { type: 'fatal', code: 'serverUnavailable', details: 'The request failed due to an internal error' },
}

/** Refuses a call in the words of its document, or in general ones where it has none. */
export function refusal(
  status: number,
  operation: Operation | undefined,
  options: { code?: string; location?: string; headers?: Record<string, string> } = {},
): Answer {
  const documented = operation?.responses.find((response) => response.status === status)?.examples ?? {}
  const example =
    documented[options.code ?? general[status]?.code ?? ''] ?? Object.values(documented)[0] ?? general[status]
  return json(status, locate(example, options.location), options.headers ?? {})
}

/** Names the field at fault where the error model has a place for it. */
function locate(body: unknown, location: string | undefined): unknown {
  if (location === undefined || typeof body !== 'object' || body === null || !('details' in body)) return body
  return { ...body, location }
}
