import { headerOf } from '../../http/exchange.ts'
import type { Check } from '../check.ts'
import { reportHeader, responseHeader } from '../headers.ts'

/** The suite's origins are strangers to the bank, so one that is mirrored stands for any. */
export const httpCorsClosed: Check = {
  requirement: 'http.cors.closed',
  appliesTo: ({ exchange }) =>
    headerOf(exchange.request.headers, 'origin') !== undefined ||
    responseHeader(exchange, 'access-control-allow-origin') !== undefined,
  find: ({ exchange }) => {
    const allowed = responseHeader(exchange, 'access-control-allow-origin')
    const withCredentials = /^true$/i.test(responseHeader(exchange, 'access-control-allow-credentials') ?? '')
    const open = ['*', 'null', headerOf(exchange.request.headers, 'origin')]
    if (allowed === undefined || !withCredentials || !open.includes(allowed)) return []
    return reportHeader(
      exchange,
      'Access-Control-Allow-Origin',
      'no foreign origin beside Access-Control-Allow-Credentials: true',
    )
  },
}
