import type { MarketId } from '../markets/types.ts'

/** A header as it stood on the wire: name in its own letter case, and value. */
export type HeaderLine = readonly [name: string, value: string]

/** What a redacted secret looked like; enough for the checks, nothing to steal. */
export interface SecretFact {
  /** JSON pointer, or `header Location`, of the value in the response. */
  readonly at: string
  readonly name: string
  readonly type: string
  readonly length: number
  readonly visibleAscii: boolean
  /** Upper bound of its information content, from length and alphabet. */
  readonly bits: number
  /** Short hash, equal for equal values. */
  readonly fingerprint: string
}

/** A request as it was sent, without its secrets. */
export interface RecordedRequest {
  readonly method: string
  readonly url: string
  /** The address below the base, without query. */
  readonly path: string
  readonly headers: readonly HeaderLine[]
  readonly body?: string
}

/** A response as it came, without its secrets. */
export interface RecordedResponse {
  readonly status: number
  readonly headers: readonly HeaderLine[]
  readonly body: string
  /** Whether the bytes were well-formed UTF-8 without byte order mark. */
  readonly utf8: boolean
  readonly secrets: readonly SecretFact[]
  /** Places where the response repeats a secret of its request, for example `header Authorization`. */
  readonly echoes: readonly string[]
}

/** One request with its response: the only thing that checks see. */
export interface Exchange {
  readonly request: RecordedRequest
  readonly response: RecordedResponse
  readonly market?: MarketId
  /** Which base address the request hung on. */
  readonly base: 'api' | 'origin'
  readonly startedAt: string
  readonly durationMs: number
}

/** Returns the value of a header, matched without regard to case; several lines are joined by a comma. */
export function headerOf(headers: readonly HeaderLine[], name: string): string | undefined {
  const wanted = name.toLowerCase()
  const values = headers.filter(([key]) => key.toLowerCase() === wanted).map(([, value]) => value)
  return values.length === 0 ? undefined : values.join(', ')
}

/** Returns the media type of a message in lower case and without parameters. */
export function mediaTypeOf(headers: readonly HeaderLine[]): string | undefined {
  return headerOf(headers, 'content-type')?.split(';')[0]?.trim().toLowerCase()
}

/** Returns the body as JSON, or undefined when it is not JSON. */
export function jsonOf(response: Pick<RecordedResponse, 'body'>): unknown {
  try {
    return JSON.parse(response.body) as unknown
  } catch {
    return undefined
  }
}
