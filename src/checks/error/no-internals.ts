import type { Check, Subject } from '../check.ts'
import { shorten, stringsOf } from '../json.ts'
import { hasBody, isRefusal } from '../subject.ts'

/** What the inside of a server looks like when it leaks; each pattern needs more than an everyday word. */
const traces: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['stack trace', /\bat [\w$.<>]+ ?\([^()\s]+:\d+/],
  ['stack trace', /Traceback \(most recent call last\)/],
  ['stack trace', /\b(?:[a-z]\w*\.)+[A-Z]\w*(?:Exception|Error)\b/],
  ['source file', /\b[\w-]+\.(?:java|js|ts|py|rb|go|cs|php|xslt?):\d+/],
  ['file path', /(?<![\w.:/])\/(?:(?:usr|var|etc|srv|root|tmp)|(?:opt|home)\/[\w.-]+)\/[\w./-]+/],
  ['file path', /\b[A-Z]:\\[\w .\\-]+/],
  ['query', /\bSELECT\s[^;]{1,200}\sFROM\s|\bINSERT INTO\s|\bDELETE FROM\s|\bUPDATE \w+ SET\s/],
  ['query', /\bORA-\d{5}\b|\bSQLSTATE\b|\bselect \* from\b/],
  ['internal host', /(?<![\w-])[\w-]+\.(?:internal|intranet|local|localdomain|corp|lan)\b/i],
  [
    'internal address',
    /(?<![\d.])(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2})(?!\.?\d)/,
  ],
]

/** A leak shows early; a bound keeps hostile bodies from slowing the search. */
const mostCharacters = 10_000

/** Judges the body of every refusal, pages included. */
export const errorNoInternals: Check = {
  requirement: 'error.no-internals',
  appliesTo: (subject) => isRefusal(subject) && hasBody(subject.exchange),
  find: (subject) =>
    textsOf(subject).flatMap(({ at, value }) => {
      const [what, pattern] = traces.find((trace) => trace[1].test(value)) ?? []
      if (what === undefined) return []
      return [{ at, expected: `no ${what}`, actual: shorten(pattern?.exec(value)?.[0] ?? '') }]
    }),
}

function textsOf({ exchange, json }: Subject): { at: string; value: string }[] {
  const { body } = exchange.response
  const texts = typeof json === 'object' ? stringsOf(body) : [{ at: '/', value: body }]
  return texts.map(({ at, value }) => ({ at, value: value.slice(0, mostCharacters) }))
}
