import type { Check } from '../check.ts'
import { directivesOf, responseHeader } from '../headers.ts'

/**
 * A cache keeps a 429 only when the answer itself allows it, so silence is no finding; an Age shows that a
 * cache did.
 * @see https://www.rfc-editor.org/rfc/rfc9111#section-3
 */
export const ratelimit429NotCached: Check = {
  requirement: 'ratelimit.429.not-cached',
  appliesTo: ({ exchange }) => exchange.response.status === 429,
  find: ({ exchange }) => {
    const age = responseHeader(exchange, 'age')
    if (age !== undefined) return [{ at: 'header Age', expected: 'no header', actual: age }]
    const control = responseHeader(exchange, 'cache-control')
    if (control === undefined || !isStorable(directivesOf(control))) return []
    return [{ at: 'header Cache-Control', expected: 'no-store', actual: control }]
  },
}

function isStorable(directives: ReadonlyMap<string, string>): boolean {
  if (directives.has('no-store')) return false
  const lifetimes = [directives.get('max-age'), directives.get('s-maxage')]
  return directives.has('public') || lifetimes.some((seconds) => Number(seconds) > 0)
}
