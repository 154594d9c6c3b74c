import { gzipSync } from 'node:zlib'
import { harContent, harField } from './har-damage.ts'
import { changedAt, type Node, type Place, placesOf, valueAt } from './json-paths.ts'
import type { Recorded } from './recorded.ts'
import { hasType, isRequired } from './schema-oracle.ts'

/** A recording with one damage. */
export interface Damaged {
  readonly what: string
  readonly content: string | Buffer
  /** Why nobody can know of the damage; undefined when the audit must find or explain it. */
  readonly harmless?: string | undefined
}

/** What damages work with. */
export interface Bench {
  readonly recorded: Recorded
  /** The schema of the body, where the documents have one. */
  readonly schema: Node | undefined
  /** Headers that a promise speaks of, in lower case. */
  readonly promised: ReadonlySet<string>
  /** The statuses of the operation. */
  readonly documented: readonly number[]
  readonly pick: <Item>(list: readonly Item[]) => Item
}

/** Makes one damage; undefined when the recording has nothing to damage in that way. */
export type Damage = (bench: Bench) => Damaged | undefined

/** Fields of the plain form without which an exchange is whole all the same. */
const idle = [
  'id',
  'operation',
  'market',
  'capturedAt',
  'response.timeMs',
  'response.bodyText',
  'response.body',
]
const oddValues: readonly unknown[] = [null, 7, true, 'text', [], {}, [[]], -1e9, '']

const isInBody = (place: Place) => place[1] === 'body' || place[1] === 'bodyText'
const isHeader = (place: Place) => place[1] === 'headers' && place.length > 2

function outsideBody({ recorded }: Bench): Place[] {
  return placesOf(recorded).filter((place) => place.length > 0 && !isInBody(place) && !isHeader(place))
}

const dropField: Damage = (bench) => {
  const place = bench.pick([...outsideBody(bench), ['response', 'body'], ['response', 'bodyText']])
  const name = place.join('.')
  const isBoth = bench.recorded.response.bodyText !== undefined
  const isIdle = idle.includes(name) && (isBoth || name !== 'response.body')
  return {
    what: `${name} dropped`,
    content: JSON.stringify(changedAt(bench.recorded, place, undefined)),
    harmless: isIdle ? 'an exchange is whole without it' : undefined,
  }
}

const retypeField: Damage = (bench) => {
  const place = bench.pick(outsideBody(bench))
  const value = bench.pick(oddValues)
  const was = valueAt(bench.recorded, place)
  const isSame = JSON.stringify(was) === JSON.stringify(value)
  const isIdleText = place.length === 1 && place[0] === 'id'
  return {
    what: `${place.join('.')} became ${JSON.stringify(value)}`,
    content: JSON.stringify(changedAt(bench.recorded, place, value)),
    harmless: isSame ? 'it was so before' : isIdleText ? 'a name is free' : freeOf(place, value),
  }
}

function freeOf(place: Place, value: unknown): string | undefined {
  const name = place.join('.')
  if (name === 'capturedAt' && typeof value === 'string') return 'when it was recorded is not judged'
  if (name === 'response.timeMs' && typeof value === 'number') return 'how long it took is not judged'
  if (name === 'request.body' && (value === null || value === '')) return undefined
  return undefined
}

/** Puts a body into a recording so that nothing else contradicts it. */
function withBody(recorded: Recorded, bodyText: string): string {
  const response = { ...recorded.response, bodyText, body: undefined }
  return JSON.stringify({ ...recorded, response })
}

function bodyOf({ recorded }: Bench): unknown {
  const { body } = recorded.response
  return typeof body === 'object' && body !== null ? body : undefined
}

function bodyDamage(
  change: (
    bench: Bench,
    body: unknown,
    place: Place,
  ) => Omit<Damaged, 'content'> & { readonly body: unknown },
): Damage {
  return (bench) => {
    const body = bodyOf(bench)
    const places = placesOf(body).filter((place) => place.length > 0)
    if (body === undefined || places.length === 0) return undefined
    const { body: changed, ...rest } = change(bench, body, bench.pick(places))
    return { ...rest, content: withBody(bench.recorded, JSON.stringify(changed)) }
  }
}

const dropBodyField = bodyDamage(({ schema }, body, place) => ({
  what: `body without /${place.join('/')}`,
  body: changedAt(body, place, undefined),
  harmless: schema !== undefined && isRequired(schema, place) ? undefined : 'the documents do not require it',
}))

const retypeBodyField = bodyDamage(({ schema, pick }, body, place) => {
  const value = pick(oddValues.filter((odd) => typeof odd !== typeof valueAt(body, place)))
  return {
    what: `body with ${JSON.stringify(value)} at /${place.join('/')}`,
    body: changedAt(body, place, value),
    harmless: schema !== undefined && hasType(schema, place) ? undefined : 'the documents give it no type',
  }
})

const addBodyField = bodyDamage(({ schema }, body, place) => {
  const parent = typeof valueAt(body, place) === 'object' && !Array.isArray(valueAt(body, place)) ? place : []
  const isOpen = Array.isArray(valueAt(body, parent)) || valueAt(body, parent) === null
  return {
    what: `body with a new field below /${parent.join('/')}`,
    body: isOpen ? body : changedAt(body, [...parent, 'surpriseField'], 1),
    harmless:
      isOpen || schema === undefined || !isClosed(schema, parent)
        ? 'the documents take any field there'
        : undefined,
  }
})

function isClosed(schema: Node, place: Place): boolean {
  return hasType(schema, [...place]) && hasType(schema, [...place, firstProperty(schema, place)])
}

function firstProperty(schema: Node, place: Place): string {
  const found = Object.entries((schema['$defs'] ?? {}) as Node).flatMap(([, definition]) =>
    Object.keys(((definition as Node)['properties'] ?? {}) as Node),
  )
  return found.find((name) => hasType(schema, [...place, name])) ?? ''
}

const truncateBody: Damage = (bench) => {
  const text = bodyOf(bench) === undefined ? '' : (bench.recorded.response.bodyText ?? '')
  if (text.length < 3) return undefined
  const length = 1 + Math.floor(bench.pick([0.1, 0.3, 0.5, 0.7, 0.9]) * (text.length - 2))
  return { what: `body cut after ${length}`, content: withBody(bench.recorded, text.slice(0, length)) }
}

const changeStatus: Damage = ({ recorded, documented, pick }) => {
  const status = pick(
    [0, 99, 199, 302, 404, 418, 500, 503, 600, 1.5, -1].filter((one) => one !== recorded.response.status),
  )
  return {
    what: `status ${status}`,
    content: JSON.stringify(changedAt(recorded, ['response', 'status'], status)),
    harmless: documented.includes(status) ? 'the documents hold that status, with such a body' : undefined,
  }
}

const dropHeader: Damage = ({ recorded, promised, pick }) => {
  const name = pick(Object.keys(recorded.response.headers))
  return {
    what: `response without ${name}`,
    content: JSON.stringify(changedAt(recorded, ['response', 'headers', name], undefined)),
    harmless: promised.has(name.toLowerCase()) ? undefined : 'no promise speaks of that header',
  }
}

const retypeHeader: Damage = ({ recorded, pick }) => {
  const side = pick(['request', 'response'] as const)
  const name = pick(Object.keys(recorded[side].headers))
  const value = pick([null, 7, true, {}, [1]])
  return {
    what: `${side} header ${name} became ${JSON.stringify(value)}`,
    content: JSON.stringify(changedAt(recorded, [side, 'headers', name], value)),
  }
}

const truncateFile: Damage = ({ recorded, pick }) => {
  const text = JSON.stringify(recorded)
  const length = Math.floor(pick([0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99]) * text.length)
  return { what: `file cut after ${length}`, content: text.slice(0, length) }
}

/** Where a JSON text has a bracket, a comma or a colon that is no part of a text. */
function structureOf(text: string): number[] {
  const found: number[] = []
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:,]/g))
    if (!token.startsWith('"')) found.push(index)
  return found
}

const breakSyntax: Damage = ({ recorded, pick }) => {
  const text = JSON.stringify(recorded)
  const at = pick(structureOf(text))
  const odd = pick(['\u0000', '?', ';', "'", '"', ',,', '\\'])
  return {
    what: `${JSON.stringify(odd)} before byte ${at}`,
    content: text.slice(0, at) + odd + text.slice(at),
  }
}

const badBytes: Damage = ({ recorded, pick }) => {
  const text = JSON.stringify(recorded)
  const at = pick([...text.matchAll(/[A-Za-z]{3}/g)].map(({ index }) => index + 1))
  const bytes = pick([[0xff], [0xc3, 0x28], [0xe2, 0x82], [0xf0, 0x9f, 0x98], [0x80]])
  const content = Buffer.concat([
    Buffer.from(text.slice(0, at)),
    Buffer.from(bytes),
    Buffer.from(text.slice(at)),
  ])
  return { what: `bytes ${bytes.join(' ')} at ${at}`, content }
}

const otherEncoding: Damage = ({ recorded, pick }) => {
  const text = JSON.stringify(recorded)
  const [name, content] = pick([
    ['UTF-16', Buffer.from(text, 'utf16le')],
    ['UTF-16 with mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(text, 'utf16le').swap16()],
    ['UTF-8 with mark', Buffer.from(`\uFEFF${text}`)],
    ['gzip', gzipSync(text)],
  ] as const)
  return { what: name, content, harmless: 'it is read in any of these' }
}

const brokenGzip: Damage = ({ recorded, pick }) => {
  const packed = gzipSync(JSON.stringify(recorded))
  const length = Math.max(3, Math.floor(packed.length * pick([0.05, 0.3, 0.6, 0.9])))
  return { what: `gzip cut after ${length}`, content: packed.subarray(0, length) }
}

/** Every kind of damage. */
export const damages: readonly Damage[] = [
  dropField,
  retypeField,
  dropBodyField,
  retypeBodyField,
  addBodyField,
  truncateBody,
  changeStatus,
  dropHeader,
  retypeHeader,
  truncateFile,
  breakSyntax,
  badBytes,
  otherEncoding,
  brokenGzip,
  harContent,
  harField,
]
