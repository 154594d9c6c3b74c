import type { Check } from '../check.ts'
import { directivesOf, reportHeader, responseHeader } from '../headers.ts'

/** Over plain HTTP the header has no meaning, so only TLS answers are judged. */
export const httpHsts: Check = {
  requirement: 'http.hsts',
  appliesTo: ({ exchange }) => exchange.request.url.startsWith('https:'),
  find: ({ exchange }) => {
    const value = responseHeader(exchange, 'strict-transport-security')
    if (Number(directivesOf(value).get('max-age')) > 0) return []
    return reportHeader(exchange, 'Strict-Transport-Security', 'max-age above 0')
  },
}
