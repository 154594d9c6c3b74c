import { type Exchange, type HeaderLine } from '../../../src/http/exchange.ts'
import { recordExchange } from '../../../src/http/record.ts'

/** An exchange as small data: what is left out is what an honest target does. */
export interface ExchangeData {
  /** Method and address below the base, as in `GET /v1/accounts`. */
  readonly call: string
  readonly base?: 'api' | 'origin'
  readonly scheme?: 'http' | 'https'
  readonly requestHeaders?: Readonly<Record<string, string>>
  readonly requestBody?: string
  readonly status: number
  /** Response headers by name; undefined takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  /** The body: text and bytes are sent as they are, everything else as JSON. */
  readonly body?: unknown
}

/** Changes an exchange in some places; headers are merged by name. */
export function changed(data: ExchangeData, change: Partial<ExchangeData>): ExchangeData {
  return {
    ...data,
    ...change,
    headers: { ...data.headers, ...change.headers },
    requestHeaders: { ...data.requestHeaders, ...change.requestHeaders },
  }
}

/** Records the exchange through the same redaction as a real one. */
export function exchangeOf(data: ExchangeData): Exchange {
  const [method = '', address = ''] = data.call.split(' ')
  return recordExchange({
    method,
    url: `${data.scheme ?? 'https'}://bank.example${address}`,
    path: address.split('?')[0] ?? '',
    base: data.base ?? 'api',
    requestHeaders: linesOf(data.requestHeaders ?? {}),
    ...(data.requestBody === undefined ? {} : { requestBody: data.requestBody }),
    status: data.status,
    responseHeaders: linesOf(data.headers ?? {}),
    responseBytes: bytesOf(data.body),
    startedAt: '2026-01-05T09:00:00.000Z',
    durationMs: 12,
  })
}

function linesOf(headers: Readonly<Record<string, string | undefined>>): HeaderLine[] {
  return Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
}

function bytesOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body
  if (body === undefined) return Buffer.alloc(0)
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
}
