import type { Check } from '../check.ts'
import { reportHeader, responseHeader } from '../headers.ts'

/** With it the bank finds a call in its logs; a gateway in trouble may leave it out, so 5xx are not judged. */
export const httpCorrelationGenerated: Check = {
  requirement: 'http.correlation.generated',
  appliesTo: ({ exchange }) => exchange.base === 'api' && exchange.response.status < 500,
  find: ({ exchange }) => {
    const value = responseHeader(exchange, 'x-global-transaction-id') ?? ''
    if (value.trim() !== '') return []
    return reportHeader(exchange, 'X-Global-Transaction-ID', 'a number of the call')
  },
}
