import type { Check, Subject } from '../check.ts'
import { stringsOf } from '../json.ts'
import { isSuccess } from '../subject.ts'

/** What programs write when they have nothing to write. */
const leftover = /^(?:null|undefined|NaN|\[object \w+\]|\$\{[^}]*\}|\{\{[^}]*\}\}|%[sd])$/

/** Judges every text of a success; the words are no names, not even in this letter case. */
export const shapeValuePlaceholder: Check = {
  requirement: 'shape.value.placeholder',
  appliesTo: (subject) => isSuccess(subject) && textsOf(subject).length > 0,
  find: (subject) =>
    textsOf(subject)
      .filter(({ value }) => leftover.test(value))
      .map(({ at, value }) => ({ at, expected: 'a value, or no field', actual: `"${value}"` })),
}

function textsOf({ exchange, json }: Subject): { at: string; value: string }[] {
  return typeof json === 'object' && json !== null ? stringsOf(exchange.response.body) : []
}
