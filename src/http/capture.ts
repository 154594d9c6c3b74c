import { findMarket } from '../markets/index.ts'
import type { Captured } from './captured.ts'
import type { HeaderLine } from './exchange.ts'
import { leftOutBytes } from './long-text.ts'
import { firstDifference } from './recorded-difference.ts'
import { compareLength, compareRequest, readBody } from './recorded-body.ts'
import {
  fieldsAt,
  type Fields,
  isFields,
  kindOf,
  lineAt,
  methodAt,
  Notes,
  statusAt,
  urlAt,
} from './recorded-fields.ts'

/** Tells whether a value is an exchange in the plain form: a request and a response. */
export function isCapture(value: unknown): value is Fields {
  return isFields(value) && ('request' in value || 'response' in value)
}

/** Reads an exchange in the plain form; DamagedEntry when a field is missing that judging needs. */
export function readCapture(value: Fields): Captured {
  const notes = new Notes()
  const request = fieldsAt(value['request'], 'request')
  const response = fieldsAt(value['response'], 'response')
  const responseHeaders = readLines(response['headers'], 'response.headers')
  const requestHeaders = readLines(request['headers'], 'request.headers')
  if (requestHeaders.length === 0) notes.add('request.headers is empty')
  const requestBody = readRequestBody(request['body'])
  compareRequest({ text: requestBody, isExact: typeof request['body'] === 'string' }, requestHeaders, notes)
  const market = readMarket(value['market'], notes)
  const operation = notes.optional(value['operation'], 'operation', 'string')
  return {
    method: methodAt(request['method'], 'request.method'),
    url: urlAt(request['url'], 'request.url'),
    requestHeaders,
    ...(requestBody === undefined ? {} : { requestBody }),
    status: statusAt(response['status'], 'response.status'),
    responseHeaders,
    responseBytes: readResponseBody(response, responseHeaders, notes),
    startedAt: notes.optional(value['capturedAt'], 'capturedAt', 'string') ?? '',
    durationMs: notes.optional(response['timeMs'], 'response.timeMs', 'number') ?? 0,
    ...(market === undefined ? {} : { market }),
    ...(operation === undefined ? {} : { operation }),
    notes: notes.list,
  }
}

/** A header that came several times has a list of its values. */
function readLines(value: unknown, name: string): HeaderLine[] {
  return Object.entries(fieldsAt(value, name)).flatMap(([header, lines]) =>
    (Array.isArray(lines) ? (lines as unknown[]) : [lines]).map((line) =>
      lineAt(header, line, `${name}.${header}`),
    ),
  )
}

function readMarket(value: unknown, notes: Notes): Captured['market'] {
  const name = notes.optional(value, 'market', 'string')
  if (name === undefined) return undefined
  const market = findMarket(name.toLowerCase())
  if (market === undefined) notes.add(`market ${JSON.stringify(name)} is unknown`)
  return market?.id
}

function readRequestBody(body: unknown): string | undefined {
  if (body === undefined || body === null) return undefined
  return typeof body === 'string' ? body : JSON.stringify(body)
}

function readResponseBody(
  { body, bodyText }: Fields & { body?: unknown; bodyText?: unknown },
  headers: readonly HeaderLine[],
  notes: Notes,
): Buffer | undefined {
  const exact =
    notes.optional(bodyText, 'response.bodyText', 'string') ?? (typeof body === 'string' ? body : undefined)
  if (exact !== undefined) {
    compareBodies(body, exact, notes)
    const bytes = readBody({ text: exact, encoding: undefined, headers }, notes)
    compareLength(bytes, headers, notes)
    return bytes
  }
  if (body === undefined) {
    notes.add('response.body is missing; only what needs no body was judged')
    return undefined
  }
  const bytes = body === null ? Buffer.alloc(0) : Buffer.from(JSON.stringify(body))
  if (body === null) compareLength(bytes, headers, notes)
  return bytes
}

/** The text is what came; the parsed body beside it must say the same. */
function compareBodies(body: unknown, text: string, notes: Notes): void {
  if (body === undefined || body === text || leftOutBytes(text) !== undefined) return
  const parsed = parse(text)
  const at = parsed === undefined ? '/' : firstDifference(parsed, body)
  if (at !== undefined)
    notes.add(
      `response.body (${kindOf(body)}) and response.bodyText differ at ${at}; what was judged is the text`,
    )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
