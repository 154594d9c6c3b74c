import type { Exchange, HeaderLine } from './exchange.ts'
import { factOf, maskHeaders, maskText, secretsOfRequest, secretsOfResponse } from './redact.ts'

/** A request and its response with all their secrets, as they crossed the wire. */
export interface RawExchange {
  readonly method: string
  readonly url: string
  readonly path: string
  readonly base: 'api' | 'origin'
  readonly requestHeaders: readonly HeaderLine[]
  readonly requestBody?: string
  readonly status: number
  readonly responseHeaders: readonly HeaderLine[]
  readonly responseBytes: Buffer
  readonly startedAt: string
  readonly durationMs: number
}

/** Makes the exchange that checks and reports may see: secrets are gone before it exists. */
export function recordExchange(raw: RawExchange, knownSecrets: readonly string[] = []): Exchange {
  const body = raw.responseBytes.toString('utf8')
  const request = {
    url: raw.url,
    headers: raw.requestHeaders,
    ...(raw.requestBody === undefined ? {} : { body: raw.requestBody }),
  }
  const carried = secretsOfRequest(request)
  const handedOut = secretsOfResponse(raw.responseHeaders, body)
  const secrets = longestFirst([
    ...carried.map(({ value }) => value),
    ...handedOut.map(({ value }) => String(value)),
    ...knownSecrets,
  ])
  return {
    request: {
      method: raw.method,
      url: maskText(raw.url, secrets),
      path: maskText(raw.path, secrets),
      headers: maskHeaders(raw.requestHeaders, secrets),
      ...(raw.requestBody === undefined ? {} : { body: maskText(raw.requestBody, secrets) }),
    },
    response: {
      status: raw.status,
      headers: maskHeaders(raw.responseHeaders, secrets),
      body: maskText(body, secrets),
      utf8: isUtf8(raw.responseBytes),
      secrets: handedOut.map(factOf),
      echoes: findEchoes(
        raw,
        carried.map(({ value }) => value),
      ),
    },
    base: raw.base,
    startedAt: raw.startedAt,
    durationMs: raw.durationMs,
  }
}

function longestFirst(values: readonly string[]): string[] {
  return [...new Set(values)].sort((left, right) => right.length - left.length)
}

function isUtf8(bytes: Buffer): boolean {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function findEchoes(raw: RawExchange, carried: readonly string[]): string[] {
  const long = carried.filter((secret) => secret.length >= 8)
  const holds = (text: string) => long.some((secret) => text.includes(secret))
  const headers = raw.responseHeaders
    .filter(([name, value]) => name.toLowerCase() !== 'set-cookie' && holds(value))
    .map(([name]) => `header ${name}`)
  // An HTML form carries its own ticket from page to page; that is not an echo of a secret.
  const body =
    !/^\s*</.test(raw.responseBytes.subarray(0, 64).toString()) && holds(raw.responseBytes.toString('utf8'))
  return body ? [...headers, 'body'] : headers
}
