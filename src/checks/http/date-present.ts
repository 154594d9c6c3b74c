import type { Check } from '../check.ts'
import { readHttpDate, reportHeader, responseHeader } from '../headers.ts'

/** A server in trouble may leave it out, so 5xx are not judged. */
export const httpDatePresent: Check = {
  requirement: 'http.date.present',
  appliesTo: ({ exchange }) => exchange.response.status >= 200 && exchange.response.status < 500,
  find: ({ exchange }) => {
    const value = responseHeader(exchange, 'date')
    if (value !== undefined && readHttpDate(value) !== undefined) return []
    return reportHeader(exchange, 'Date', 'an HTTP date')
  },
}
