import type { Check } from '../check.ts'
import { reportHeader, responseHeader } from '../headers.ts'
import { isPersonal, isTokenSuccess } from '../subject.ts'

/** Age is written by caches alone; X-Cache is how delivery networks say that they did not ask the server. */
export const httpCacheFresh: Check = {
  requirement: 'http.cache.fresh',
  appliesTo: (subject) => isPersonal(subject) || isTokenSuccess(subject),
  find: ({ exchange }) => {
    if (Number(responseHeader(exchange, 'age') ?? '0') > 0) return reportHeader(exchange, 'Age', 'no header')
    const isHit = /\bhit\b|_HIT\b/i.test(responseHeader(exchange, 'x-cache') ?? '')
    return isHit ? reportHeader(exchange, 'X-Cache', 'an answer of the server itself') : []
  },
}
