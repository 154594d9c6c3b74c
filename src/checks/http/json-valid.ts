import { mediaTypeOf } from '../../http/exchange.ts'
import type { Check } from '../check.ts'
import { shorten } from '../json.ts'
import { hasBody, isJsonType } from '../subject.ts'

/** Judges what calls itself JSON. */
export const httpJsonValid: Check = {
  requirement: 'http.json.valid',
  appliesTo: ({ exchange }) => hasBody(exchange) && isJsonType(mediaTypeOf(exchange.response.headers)),
  find: ({ exchange, json }) => {
    if (!exchange.response.utf8)
      return [{ at: '/', expected: 'UTF-8 without byte order mark', actual: 'other bytes' }]
    if (json !== undefined) return []
    return [{ at: '/', expected: 'well-formed JSON', actual: shorten(exchange.response.body.trim()) }]
  },
}
