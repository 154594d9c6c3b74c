import type { MarketId } from '../markets/types.ts'
import type { Exchange, HeaderLine } from './exchange.ts'
import { recordExchange } from './record.ts'

/** A request with its answer as somebody else recorded it, secrets included. */
export interface Captured {
  readonly method: string
  readonly url: URL
  readonly requestHeaders: readonly HeaderLine[]
  readonly requestBody?: string
  readonly status: number
  readonly responseHeaders: readonly HeaderLine[]
  /** The bytes of the body; undefined when the recording lacks them. */
  readonly responseBytes: Buffer | undefined
  readonly startedAt: string
  readonly durationMs: number
  /** The market that the recording names. */
  readonly market?: MarketId
  /** The operation that the recording names, for example `GET /v1/accounts`. */
  readonly operation?: string
  /** What is odd about the recording, in words; the exchange can be judged all the same. */
  readonly notes: readonly string[]
}

/** What became of one entry of a recording. */
export type Reading =
  | { readonly kind: 'exchange'; readonly captured: Captured }
  /** Nothing to judge: the request was never answered, or not by the API. */
  | { readonly kind: 'set-aside'; readonly why: string }
  /** Damaged. */
  | { readonly kind: 'unreadable'; readonly why: string }

/** Where an exchange belongs below the base address that was recognised. */
export interface CapturedPlace {
  readonly base: 'api' | 'origin'
  readonly path: string
  readonly market?: MarketId | undefined
}

/** Makes the exchange that checks may see; its secrets are gone before it exists. */
export function recordCaptured(captured: Captured, { base, path, market }: CapturedPlace): Exchange {
  const exchange = recordExchange({
    method: captured.method,
    url: captured.url.href,
    path,
    base,
    requestHeaders: captured.requestHeaders,
    ...(captured.requestBody === undefined ? {} : { requestBody: captured.requestBody }),
    status: captured.status,
    responseHeaders: captured.responseHeaders,
    responseBytes: captured.responseBytes ?? Buffer.alloc(0),
    startedAt: captured.startedAt,
    durationMs: captured.durationMs,
  })
  return market === undefined ? exchange : { ...exchange, market }
}
