import type { Call, ClientCertificate } from '../http/client.ts'
import type { Told } from './told.ts'

/** What a test changes about a call that is right in everything. */
export interface CallChange {
  /** Headers to replace, by their documented name; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  /** Path and query parameters to replace or add. */
  readonly parameters?: Readonly<Record<string, string>>
  /** Names of query parameters to leave out. */
  readonly without?: readonly string[]
  readonly body?: unknown
  /** The body as text, for what is not JSON. */
  readonly rawBody?: string
  readonly method?: string
  /** The access token to use instead of the broker's. */
  readonly accessToken?: string
  /** The certificate to connect with instead of the right one, or none at all. */
  readonly certificate?: ClientCertificate | 'none'
  /** Text appended to the query. */
  readonly extraQuery?: string
  /** What earlier calls of the test told; the calls that the document wants before this one are not made. */
  readonly told?: Told
}

/** Tells whether a call brings an access token of its own. */
export function bringsToken({ accessToken, headers = {} }: CallChange): boolean {
  return (
    accessToken !== undefined || Object.keys(headers).some((name) => name.toLowerCase() === 'authorization')
  )
}

/** Makes a call differ from the right one. */
export function applyChange(call: Call, change: CallChange): Call {
  const [path = '', query = ''] = call.path.split('?')
  const kept = query
    .split('&')
    .filter((pair) => pair !== '' && !change.without?.includes(pair.split('=')[0] ?? ''))
  const search = [...kept, ...(change.extraQuery === undefined ? [] : [change.extraQuery])].join('&')
  const body = change.rawBody ?? call.body
  return {
    method: change.method ?? call.method,
    path: search === '' ? path : `${path}?${search}`,
    ...(call.base === undefined ? {} : { base: call.base }),
    headers: replaceHeaders(call.headers ?? {}, change.headers ?? {}),
    ...(body === undefined ? {} : { body }),
  }
}

function replaceHeaders(
  headers: Call['headers'] & object,
  changes: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  const changed = new Set(Object.keys(changes).map((name) => name.toLowerCase()))
  const kept = Object.entries(headers).filter(([name]) => !changed.has(name.toLowerCase()))
  return { ...Object.fromEntries(kept), ...changes }
}
