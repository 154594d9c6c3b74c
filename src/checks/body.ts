import type { Evidence } from '../requirements/types.ts'
import type { Difference, Subject } from './check.ts'
import { documentedResponse, hasBody, isJsonType, isRefusal, isResourceCall } from './subject.ts'

/**
 * Tells whether a body can be held against a documented JSON schema. What does not parse is a matter of its
 * media type or of its syntax; both have requirements of their own.
 */
export function hasComparableBody(subject: Subject): boolean {
  const response = documentedResponse(subject)
  if (response === undefined || !response.hasSchema || !isJsonType(response.mediaType)) return false
  return subject.json !== undefined || !hasBody(subject.exchange)
}

/** Tells who says what the body of this status looks like; undefined when nobody does. */
export function evidenceOf(subject: Subject): Evidence | undefined {
  return documentedResponse(subject)?.evidence
}

/** Tells whether the bank, and not our conclusion, promises the error model for the answer. */
export function isErrorModelCall(subject: Subject): boolean {
  return isRefusal(subject) && isResourceCall(subject) && evidenceOf(subject) !== 'inferred'
}

/** Finds where the body breaks the schema of its status; a masked value is not compared. */
export function findViolations(subject: Subject): Difference[] {
  if (!hasBody(subject.exchange)) return [{ at: '/', expected: 'a JSON body', actual: 'no body' }]
  return compare(subject, { undocumented: false })
}

/** Finds the fields of the body that the schema of its status does not know. */
export function findUndocumentedFields(subject: Subject): Difference[] {
  return compare(subject, { undocumented: true })
}

function compare(subject: Subject, wanted: { undocumented: boolean }): Difference[] {
  const { exchange, json, operation, validators } = subject
  if (operation === undefined) return []
  const validate = validators.forPart(operation, exchange.response.status)
  return validate(json)
    .filter(({ undocumented, actual }) => undocumented === wanted.undocumented && actual !== '"***"')
    .map(({ at, expected, actual }) => ({ at, expected, actual }))
}
