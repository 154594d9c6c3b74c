import type { Exchange, HeaderLine } from '../../../src/http/exchange.ts'

/** Values that stand where nobody expects them. */
const oddBodies: readonly string[] = [
  '',
  ' ',
  'null',
  '0',
  '-1e999',
  'true',
  '""',
  '"error"',
  '[]',
  '[null]',
  '{}',
  '{"errors":null}',
  '{"errors":[null,7,[],{"type":{},"code":[]}]}',
  '{"error":{"toString":1,"valueOf":1},"error_description":[],"type":{"toString":1}}',
  '{"access_token":{},"token_type":[],"expires_in":{"valueOf":1},"refresh_token_expires_in":[[]],"scope":0}',
  '{"expires_in":1e400,"refresh_token_expires_in":{"toString":null,"valueOf":null}}',
  '{"accounts":{"currencyCode":null,"currency":"","balance":1e-9,"amount":[1.123456]}}',
  '{"__proto__":{"type":"fatal"},"constructor":1,"hasOwnProperty":2}',
  '{"a":1,"a":2,"":{"~":1,"/":2,"\\u0000":3}}',
  `${'['.repeat(500)}${']'.repeat(500)}`,
  `{"details":"${'a.'.repeat(5000)}"}`,
  '\ud800{"type":',
  '<html',
  '<!doctype html><form><meta name=referrer>',
  '{"type":"error","code":"x"',
]
const oddValues: readonly string[] = [
  '',
  ' ',
  ',',
  ';=,=',
  'Bearer',
  'Bearer error=',
  'Basic ===, Bearer realm="\\"',
  '"""',
  'max-age',
  'max-age=NaN',
  'name=,;',
  'name=rate-limit-1,99999999999999999999;',
  'frame-ancestors',
  'Invalid Date',
  '9'.repeat(400),
  'text/html',
  'application/json;;;',
  'é\u0000',
]
const names: readonly string[] = [
  'Content-Type',
  'Cache-Control',
  'Pragma',
  'Date',
  'WWW-Authenticate',
  'Retry-After',
  'X-RateLimit-Limit',
  'X-RateLimit-Remaining',
  'Location',
  'Age',
  'Strict-Transport-Security',
  'Content-Security-Policy',
  'Referrer-Policy',
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Credentials',
  'X-Total-Count',
  'Server',
  'uuid',
]
const statuses: readonly number[] = [0, 100, 200, 204, 206, 302, 307, 400, 401, 403, 404, 415, 429, 500, 999]

/** Makes numbers from 0 up to 1 that are the same in every run. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Changes a recorded exchange in one to four places. */
export function mutate(exchange: Exchange, random: () => number): Exchange {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const mutations: readonly ((from: Exchange) => Exchange)[] = [
    (from) => answering(from, { body: pick(oddBodies) }),
    (from) => answering(from, { body: cut(from.response.body, random()) }),
    (from) => answering(from, { status: pick(statuses) }),
    (from) => answering(from, { headers: [] }),
    (from) => answering(from, { headers: [...from.response.headers, [pick(names), pick(oddValues)]] }),
    (from) => answering(from, { headers: replaced(from.response.headers, pick(names), pick(oddValues)) }),
    (from) => answering(from, { utf8: false, secrets: [], echoes: ['body', 'header X'] }),
    (from) => ({ ...from, request: { ...from.request, method: pick(['GET', 'POST', 'HEAD', 'TRACE', '']) } }),
    (from) => ({ ...from, request: { ...from.request, path: pick(['', '/', '//', '/v1/accounts', '/%']) } }),
    (from) => ({ ...from, request: { ...from.request, headers: [[pick(names), pick(oddValues)]], url: '' } }),
    (from) => ({ ...from, base: pick(['api', 'origin']) }),
  ]
  const rounds = 1 + Math.floor(random() * 4)
  return Array.from({ length: rounds }, () => pick(mutations)).reduce(
    (from, change) => change(from),
    exchange,
  )
}

function answering(exchange: Exchange, change: Partial<Exchange['response']>): Exchange {
  return { ...exchange, response: { ...exchange.response, ...change } }
}

function replaced(lines: readonly HeaderLine[], name: string, value: string): HeaderLine[] {
  return [...lines.filter(([key]) => key.toLowerCase() !== name.toLowerCase()), [name, value]]
}

function cut(text: string, share: number): string {
  return text.slice(0, Math.floor(text.length * share))
}
