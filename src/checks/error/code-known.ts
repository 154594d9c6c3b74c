import type { Check, Subject } from '../check.ts'
import { describeValue, propertyOf } from '../json.ts'
import { documentedResponse, isRefusal } from '../subject.ts'
import { errorEntriesOf } from './entries.ts'

/** Compares with the documented examples of that status; without examples there is no promise. */
export const errorCodeKnown: Check = {
  requirement: 'error.code-known',
  appliesTo: (subject) =>
    isRefusal(subject) && knownCodes(subject).length > 0 && codesOf(subject.json).length > 0,
  find: (subject) => {
    const known = knownCodes(subject)
    return codesOf(subject.json)
      .filter(({ code }) => !known.includes(code))
      .map(({ at, code }) => ({ at, expected: `one of ${known.join(', ')}`, actual: describeValue(code) }))
  },
}

function knownCodes(subject: Subject): string[] {
  const response = documentedResponse(subject)
  if (response === undefined || response.evidence === 'inferred') return []
  return [
    ...new Set(Object.values(response.examples).flatMap((body) => codesOf(body).map(({ code }) => code))),
  ]
}

/** Lists the codes of both error models; a missing or masked code is not a code. */
function codesOf(json: unknown): { at: string; code: string }[] {
  return [
    { at: '/error', code: propertyOf(json, 'error') },
    ...errorEntriesOf(json).map(({ at, code }) => ({ at: `${at}/code`, code })),
  ].flatMap(({ at, code }) => (typeof code === 'string' && code !== '***' ? [{ at, code }] : []))
}
