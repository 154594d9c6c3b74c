import { type Exchange, headerOf } from '../../http/exchange.ts'
import type { Check } from '../check.ts'
import { reportHeader, responseHeader } from '../headers.ts'
import { isResourceCall, isSuccess } from '../subject.ts'

/** Refusals by the gateway were seen without it, so only granted resource calls are judged. */
export const httpCorrelationEchoed: Check = {
  requirement: 'http.correlation.echoed',
  appliesTo: (subject) => isSuccess(subject) && isResourceCall(subject) && sentId(subject.exchange) !== '',
  find: ({ exchange }) => {
    const expected = sentId(exchange)
    return responseHeader(exchange, 'uuid') === expected ? [] : reportHeader(exchange, 'uuid', expected)
  },
}

function sentId({ request }: Exchange): string {
  return headerOf(request.headers, 'uuid') ?? ''
}
