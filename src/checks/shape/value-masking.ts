import type { Check, Difference, Subject } from '../check.ts'
import { membersOf } from '../json.ts'
import { hasBody } from '../subject.ts'

/**
 * Runs of 13 to 19 digits that stand alone, or groups as printed on a card. Longer runs, and runs inside
 * hexadecimal or other opaque ids, are no card numbers.
 */
const candidate = /(?<![A-Za-z0-9.])(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4})(?![A-Za-z0-9])/g
/** First digits and lengths that card schemes issue; else every tenth reference number were a card. */
const issued =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|(?:5[0-8]|2[2-7]|35)\d{14}|3[47]\d{13}|3[0689]\d{12}|6\d{15,18})$/

/** Judges the body and the headers of every answer by first digits, length and check digit. */
export const shapeValueMasking: Check = {
  requirement: 'shape.value.masking',
  appliesTo: ({ exchange }) => hasBody(exchange),
  find: (subject) => textsOf(subject).flatMap(({ at, text }) => findNumbers(at, text)),
}

function textsOf({ exchange, json }: Subject): { at: string; text: string }[] {
  const { body, headers } = exchange.response
  const lines = headers.map(([name, value]) => ({ at: `header ${name}`, text: value }))
  if (typeof json !== 'object') return [...lines, { at: '/', text: body }]
  return [...lines, ...membersOf(body).map(({ at, raw }) => ({ at, text: raw }))]
}

function findNumbers(at: string, text: string): Difference[] {
  const numbers = [...text.matchAll(candidate)].map(([found]) => found.replaceAll(/\D/g, ''))
  return numbers
    .filter((digits) => issued.test(digits) && hasCheckDigit(digits))
    .map((digits) => ({
      at,
      expected: 'a masked card number',
      actual: `${digits.slice(0, 6)}…${digits.slice(-4)}`,
    }))
}

/** The last digit checks the others. @see ISO/IEC 7812-1 */
function hasCheckDigit(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => {
      const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2)
      return total + (doubled > 9 ? doubled - 9 : doubled)
    }, 0)
  return sum % 10 === 0
}
