import { findViolations, hasComparableBody, isErrorModelCall } from '../body.ts'
import type { Check, Difference, Subject } from '../check.ts'
import { describeValue, shorten } from '../json.ts'
import { documentedResponse, hasBody, isReadable } from '../subject.ts'
import { errorEntriesOf, errorTypes } from './entries.ts'

/**
 * Judges by the schema of the document where it has the status, and otherwise by the general model: `type`
 * and `code`, alone or in a list `errors`. Pages, broken JSON and statuses whose schema is our conclusion
 * have requirements of their own.
 */
export const errorShape: Check = {
  requirement: 'error.shape',
  appliesTo: (subject) =>
    isErrorModelCall(subject) &&
    isReadable(subject) &&
    subject.exchange.request.method !== 'HEAD' &&
    documentedResponse(subject)?.hasSchema !== false,
  find: (subject) => (hasComparableBody(subject) ? findViolations(subject) : findGeneral(subject)),
}

function findGeneral({ exchange, json }: Subject): Difference[] {
  const entries = errorEntriesOf(json)
  if (entries.length === 0) {
    const text = hasBody(exchange) ? shorten(exchange.response.body.trim()) : 'no body'
    return [{ at: '/', expected: 'an error with type and code', actual: text }]
  }
  return entries.flatMap(({ at, type, code }) => [
    ...(typeof type === 'string' && errorTypes.includes(type)
      ? []
      : [{ at: `${at}/type`, expected: `one of ${errorTypes.join(', ')}`, actual: describeValue(type) }]),
    ...(typeof code === 'string' && code !== ''
      ? []
      : [{ at: `${at}/code`, expected: 'a code', actual: describeValue(code) }]),
  ])
}
