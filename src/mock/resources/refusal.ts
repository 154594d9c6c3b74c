import type { Answer, ResourceCall } from '../answer.ts'
import { refusal } from '../refusals.ts'

/** A reason to refuse a call, in the documents' words. */
export interface Refusal {
  readonly status: number
  readonly code: string
  /** Name of the parameter or field at fault. */
  readonly location?: string
  /** Where it stands, in the words of the error model, for example `/JSON/chargeBearer`. */
  readonly field?: string
}

/** The refusal of an object that is not there, or not for this customer. */
export const notFound: Refusal = { status: 404, code: 'resourceNotFound' }

/** The refusal of a parameter or field. */
export function invalid(location: string): Refusal {
  return { status: 400, code: 'invalidRequest', location }
}

/** Refuses a resource call; where its operation does not document the status, with its 400. */
export function refuse({ operation }: ResourceCall, { status, code, location, field }: Refusal): Answer {
  const isDocumented = operation.responses.some((response) => response.status === status)
  const place = field === undefined ? {} : { fields: [{ path: field, missing: false }] }
  const fault = location === undefined ? {} : { fault: { name: location, ...place } }
  return refusal(isDocumented ? status : 400, operation, { code, ...fault })
}
