import type { Check, Subject } from '../check.ts'
import { documentedResponse, isRefusal, isResourceCall } from '../subject.ts'
import { type ErrorEntry, errorEntriesOf, errorTypes } from './entries.ts'

/** Some documents give a fatal error the status 404; what a document shows by example is no finding. */
export const errorTypeMatchesStatus: Check = {
  requirement: 'error.type-matches-status',
  appliesTo: (subject) =>
    isRefusal(subject) && isResourceCall(subject) && typedEntries(subject.json).length > 0,
  find: (subject) => {
    const { status } = subject.exchange.response
    return typedEntries(subject.json)
      .filter(({ type }) => (type === 'fatal') !== status >= 500 && !isDocumented(subject, type))
      .map(({ at, type }) => ({
        at: `${at}/type`,
        expected: status >= 500 ? `fatal with ${status}` : `error, warn or invalid with ${status}`,
        actual: String(type),
      }))
  },
}

function typedEntries(json: unknown): ErrorEntry[] {
  return errorEntriesOf(json).filter(({ type }) => typeof type === 'string' && errorTypes.includes(type))
}

function isDocumented(subject: Subject, wanted: unknown): boolean {
  const examples = Object.values(documentedResponse(subject)?.examples ?? {})
  return examples.some((body) => errorEntriesOf(body).some(({ type }) => type === wanted))
}
