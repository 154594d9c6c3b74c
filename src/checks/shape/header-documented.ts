import type { ResponseHeader } from '../../contract/types.ts'
import type { Check, Difference, Subject } from '../check.ts'
import { reportHeader, responseHeader } from '../headers.ts'
import { documentedResponse } from '../subject.ts'

/** Judges required headers: that they are there, and that their values fit their schemas. */
export const shapeHeaderDocumented: Check = {
  requirement: 'shape.header.documented',
  appliesTo: (subject) => requiredHeaders(subject).length > 0,
  find: (subject) => requiredHeaders(subject).flatMap((header) => findDifferences(subject, header)),
}

function requiredHeaders(subject: Subject): ResponseHeader[] {
  return documentedResponse(subject)?.headers.filter(({ required }) => required) ?? []
}

function findDifferences({ exchange, validators }: Subject, { name, schema }: ResponseHeader): Difference[] {
  const value = responseHeader(exchange, name)
  if (value === undefined) return reportHeader(exchange, name, 'the header')
  return validators
    .forSchema(schema)(typedValue(value, schema['type']))
    .flatMap(({ expected }) => reportHeader(exchange, name, expected))
}

/** A header is text on the wire; its schema may speak of a number or a boolean. */
function typedValue(value: string, type: unknown): unknown {
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(value)) return Number(value)
  if (type === 'boolean' && /^(true|false)$/.test(value)) return value === 'true'
  return value
}
