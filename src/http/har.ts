import type { Captured } from './captured.ts'
import type { HeaderLine } from './exchange.ts'
import { compareLength, compareRequest, readBody } from './recorded-body.ts'
import {
  DamagedEntry,
  fieldsAt,
  type Fields,
  isFields,
  kindOf,
  lineAt,
  methodAt,
  Notes,
  statusAt,
  textAt,
  urlAt,
} from './recorded-fields.ts'

/** Reads a file that lies beside the recording and holds a body; undefined when it is not there. */
export type ReadAttachment = (name: string) => Buffer | undefined

/** What an entry of a HAR file holds: an exchange, or the reason why nothing can be judged. */
export type HarEntry = { readonly captured: Captured } | { readonly setAside: string }

/**
 * Reads an entry of a HAR file; DamagedEntry when a field is missing that judging needs.
 * @see http://www.softwareishard.com/blog/har-12-spec/#entries
 */
export function readHarEntry(value: unknown, attachment: ReadAttachment): HarEntry {
  const entry = fieldsAt(value, 'the entry')
  const request = fieldsAt(entry['request'], 'request')
  const response = fieldsAt(entry['response'], 'response')
  const url = textAt(request['url'], 'request.url')
  const scheme = /^([a-z][\w+.-]*):/i.exec(url)?.[1] ?? ''
  if (!/^https?$/i.test(scheme) && scheme !== '') return { setAside: `not called over HTTP (${scheme})` }
  const status = statusAt(response['status'], 'response.status')
  if (status === 0) return { setAside: 'never answered' }
  if (typeof entry['_fromCache'] === 'string') return { setAside: "answered by the browser's cache" }
  return { captured: readExchange(entry, { request, response, status, attachment }) }
}

interface Parts {
  readonly request: Fields
  readonly response: Fields
  readonly status: number
  readonly attachment: ReadAttachment
}

function readExchange(entry: Fields, { request, response, status, attachment }: Parts): Captured {
  const notes = new Notes()
  const responseHeaders = readLines(response['headers'], 'response.headers')
  const requestHeaders = readLines(request['headers'], 'request.headers')
  if (requestHeaders.length === 0) notes.add('request.headers is empty')
  const { text, isExact } = readPostData(request['postData'], notes)
  compareRequest({ text, isExact }, requestHeaders, notes)
  return {
    method: methodAt(request['method'], 'request.method'),
    url: urlAt(request['url'], 'request.url'),
    requestHeaders,
    ...(text === undefined ? {} : { requestBody: text }),
    status,
    responseHeaders,
    responseBytes: readContent(response, { headers: responseHeaders, attachment, notes }),
    startedAt: notes.optional(entry['startedDateTime'], 'startedDateTime', 'string') ?? '',
    durationMs: notes.optional(entry['time'], 'time', 'number') ?? 0,
    notes: notes.list,
  }
}

/** HTTP/2 writes the first line of a message as headers that begin with a colon. */
function readLines(value: unknown, name: string): HeaderLine[] {
  if (!Array.isArray(value)) throw new DamagedEntry(`${name} is ${kindOf(value)}, not a list`)
  return (value as unknown[])
    .map((item, index) => {
      const line = fieldsAt(item, `${name}[${index}]`)
      const header = textAt(line['name'], `${name}[${index}].name`)
      return lineAt(header, line['value'], `${name}[${index}].value`)
    })
    .filter(([header]) => !header.startsWith(':'))
}

function readPostData(value: unknown, notes: Notes): { text: string | undefined; isExact: boolean } {
  if (value === undefined || value === null) return { text: undefined, isExact: true }
  const { text, params } = fieldsAt(value, 'request.postData')
  const body = notes.optional(text, 'request.postData.text', 'string')
  if (body !== undefined || !Array.isArray(params)) return { text: body, isExact: true }
  return { text: formOf(params), isExact: false }
}

/** Some recorders keep a form by its fields alone. */
function formOf(params: readonly unknown[]): string {
  const fields = params.flatMap((param) =>
    isFields(param) && typeof param['name'] === 'string' && typeof param['value'] === 'string'
      ? [[param['name'], param['value']]]
      : [],
  )
  return new URLSearchParams(fields).toString()
}

function readContent(
  response: Fields,
  {
    headers,
    attachment,
    notes,
  }: { headers: readonly HeaderLine[]; attachment: ReadAttachment; notes: Notes },
): Buffer | undefined {
  const content = response['content']
  if (!isFields(content)) {
    notes.add(`response.content is ${kindOf(content)}; only what needs no body was judged`)
    return undefined
  }
  const file = content['_file']
  if (typeof file === 'string') return readAttached(file, attachment, notes)
  const text = notes.optional(content['text'], 'response.content.text', 'string')
  if (text === undefined) return readWithoutText(content, notes)
  const encoding = notes.optional(content['encoding'], 'response.content.encoding', 'string')
  const bytes = readBody({ text, encoding, headers }, notes)
  compareLength(bytes, headers, notes)
  return bytes
}

/** A body that was not recorded is not one that is empty. */
function readWithoutText(content: Fields, notes: Notes): Buffer | undefined {
  if (content['text'] === undefined && content['size'] === 0) return Buffer.alloc(0)
  notes.add('the body was not recorded; only what needs no body was judged')
  return undefined
}

function readAttached(name: string, attachment: ReadAttachment, notes: Notes): Buffer | undefined {
  const bytes = attachment(name)
  if (bytes === undefined)
    notes.add(
      `the file ${name} with the body is not beside the recording; only what needs no body was judged`,
    )
  return bytes
}
