import type { HeaderLine } from './exchange.ts'
import { leftOutBytes, sizeToText } from './long-text.ts'

/** The reason why an entry of a recording cannot be read, naming the field. */
export class DamagedEntry extends Error {}

/** An object of a recording. */
export type Fields = Readonly<Record<string, unknown>>

/** Says what kind of value stands somewhere, in words. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  const words: Readonly<Record<string, string>> = {
    string: 'a text',
    number: 'a number',
    boolean: 'a boolean',
  }
  return words[typeof value] ?? 'an object'
}

/** Tells whether a value is an object with fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Reads an object; DamagedEntry names it when it is none. */
export function fieldsAt(value: unknown, name: string): Fields {
  if (isFields(value)) return value
  throw new DamagedEntry(`${name} is ${kindOf(value)}, not an object`)
}

/** Reads a text that must be there. */
export function textAt(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return refuseLeftOut(value, name)
  throw new DamagedEntry(`${name} is ${value === '' ? 'empty' : kindOf(value)}, not a text`)
}

/** Reads an absolute address. */
export function urlAt(value: unknown, name: string): URL {
  const text = textAt(value, name)
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return new URL(text)
  throw new DamagedEntry(`${name} is no address that begins with http:// or https://`)
}

/** Reads a request method. */
export function methodAt(value: unknown, name: string): string {
  const method = textAt(value, name).toUpperCase()
  if (/^[A-Z]+$/.test(method)) return method
  throw new DamagedEntry(`${name} is no method of HTTP`)
}

/** Reads a status of an answer; 0 means that there was none. */
export function statusAt(value: unknown, name: string): number {
  if (typeof value !== 'number') throw new DamagedEntry(`${name} is ${kindOf(value)}, not a number`)
  if (value === 0 || (Number.isInteger(value) && value >= 100 && value <= 599)) return value
  throw new DamagedEntry(`${name} is ${value}, which is no status of HTTP`)
}

function refuseLeftOut(text: string, name: string): string {
  const bytes = leftOutBytes(text)
  if (bytes === undefined) return text
  throw new DamagedEntry(`${name} has ${sizeToText(bytes)}`)
}

/** Reads one header line. */
export function lineAt(headerName: string, value: unknown, place: string): HeaderLine {
  if (typeof value === 'string') return [headerName, refuseLeftOut(value, place)]
  throw new DamagedEntry(`${place} is ${kindOf(value)}, not a text`)
}

/** Collects what is odd about fields that nobody needs in order to judge. */
export class Notes {
  readonly list: string[] = []

  /** Notes that something is odd. */
  add(note: string): void {
    this.list.push(note)
  }

  /** Returns a field when it is of its kind; else notes it, and returns undefined. */
  optional<Kind extends 'string' | 'number'>(
    value: unknown,
    name: string,
    kind: Kind,
  ): (Kind extends 'string' ? string : number) | undefined {
    if (typeof value === kind) return value as Kind extends 'string' ? string : number
    if (value !== undefined) this.add(`${name} is ${kindOf(value)}, and was passed over`)
    return undefined
  }
}
