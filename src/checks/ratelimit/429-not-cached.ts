import type { Check } from '../check.ts'
import { directivesOf, reportHeader, responseHeader } from '../headers.ts'

/**
 * A cache keeps a 429 only when the answer itself allows it, so silence is no finding; an Age shows that a
 * cache did.
 * @see https://www.rfc-editor.org/rfc/rfc9111#section-3
 */
export const ratelimit429NotCached: Check = {
  requirement: 'ratelimit.429.not-cached',
  appliesTo: ({ exchange }) => exchange.response.status === 429,
  find: ({ exchange }) => {
    if (responseHeader(exchange, 'age') !== undefined) return reportHeader(exchange, 'Age', 'no header')
    const directives = directivesOf(responseHeader(exchange, 'cache-control'))
    return isStorable(directives) ? reportHeader(exchange, 'Cache-Control', 'no-store') : []
  },
}

function isStorable(directives: ReadonlyMap<string, string>): boolean {
  if (directives.has('no-store')) return false
  const lifetimes = [directives.get('max-age'), directives.get('s-maxage')]
  return directives.has('public') || lifetimes.some((seconds) => Number(seconds) > 0)
}
