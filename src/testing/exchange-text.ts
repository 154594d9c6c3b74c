import { curlOf } from '../http/curl.ts'
import type { Exchange, HeaderLine } from '../http/exchange.ts'

const bodyLimit = 8_000

/** Renders the exchanges of a test for the report; they hold no secrets. */
export function exchangesToText(exchanges: readonly Exchange[]): string {
  return exchanges.map((exchange, index) => exchangeToText(exchange, index + 1)).join('\n\n')
}

function exchangeToText(exchange: Exchange, number: number): string {
  const { request, response } = exchange
  return [
    `──── ${number}. ${request.method} ${request.path} → ${response.status} (${exchange.durationMs} ms)`,
    curlOf(exchange),
    '',
    `HTTP ${response.status}`,
    ...response.headers.map(([name, value]: HeaderLine) => `${name}: ${value}`),
    '',
    response.body.length > bodyLimit
      ? `${response.body.slice(0, bodyLimit)}… (${response.body.length} characters)`
      : response.body,
  ].join('\n')
}
