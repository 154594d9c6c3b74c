import { headerOf } from '../../http/exchange.ts'
import type { Check } from '../check.ts'
import { responseHeader } from '../headers.ts'
import { isResourceCall, isSuccess } from '../subject.ts'

/** Refusals by the gateway were seen without it, so only granted resource calls are judged. */
export const httpCorrelationEchoed: Check = {
  requirement: 'http.correlation.echoed',
  appliesTo: (subject) =>
    isSuccess(subject) &&
    isResourceCall(subject) &&
    headerOf(subject.exchange.request.headers, 'uuid') !== undefined,
  find: ({ exchange }) => {
    const expected = headerOf(exchange.request.headers, 'uuid') ?? ''
    const actual = responseHeader(exchange, 'uuid')
    return actual === expected ? [] : [{ at: 'header uuid', expected, actual: actual ?? 'no header' }]
  },
}
