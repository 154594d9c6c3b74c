import { SuiteBug } from '../../errors.ts'
import { type Answer, json, type ResourceCall } from '../answer.ts'

/** A reason to refuse a call, in the documents' words. */
export interface Refusal {
  readonly status: number
  readonly code: string
  /** Name of the parameter or field at fault. */
  readonly location?: string
}

/** The refusal of an object that is not there, or not for this customer. */
export const notFound: Refusal = { status: 404, code: 'resourceNotFound' }

/** The refusal of a parameter or field. */
export function invalid(location: string): Refusal {
  return { status: 400, code: 'invalidRequest', location }
}

/**
 * Refuses with the documented example of that status and code. An operation that does not document the
 * status answers with its 400, and one that does not document the code with its first.
 */
export function refuse(call: ResourceCall, refusal: Refusal): Answer {
  const { responses, id } = call.operation
  const response = [refusal.status, 400]
    .map((status) => responses.find((candidate) => candidate.status === status))
    .find((candidate) => candidate !== undefined)
  const body = response?.examples[refusal.code] ?? Object.values(response?.examples ?? {})[0]
  if (response === undefined || body === undefined)
    throw new SuiteBug(`${id} documents no example of ${refusal.status} ${refusal.code}`)
  return json(response.status, locate(structuredClone(body), refusal.location))
}

/** Adds the name of the field at fault where the error model has a place for it. */
function locate(body: unknown, location: string | undefined): unknown {
  if (location === undefined) return body
  const { errors, type, details } = body as { errors?: unknown; type?: unknown; details?: unknown }
  if (Array.isArray(errors))
    return { ...(body as object), errors: errors.map((each) => locate(each, location)) }
  return type === undefined || details === undefined ? body : { ...(body as object), location }
}
