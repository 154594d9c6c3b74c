import { SuiteError, TransportError } from '../errors.ts'
import type { Reply } from '../http/client.ts'
import { headerOf, mediaTypeOf } from '../http/exchange.ts'
import type { Market } from '../markets/types.ts'

/** Says in one line, with one fix, why an answer to the first token call is none to test with. */
export function refuseAnswer(reply: Reply, market: Market, baseUrl: string): SuiteError {
  const target = `CITI_BASE_URL ${baseUrl}`
  const seen = describe(reply)
  if (reply.status >= 300 && reply.status < 400)
    return new TransportError('not-an-api', `${target}: redirects to ${locationOf(reply)} (${seen})`, {
      fix: 'set CITI_BASE_URL to the final address',
    })
  if (isPage(reply))
    return new TransportError('not-an-api', `${target}: answers with a web page (${seen}), not as an API`, {
      fix: 'correct CITI_BASE_URL: the base address of the API, without the path of an operation',
    })
  if (reply.status === 404)
    return new TransportError(
      'market-refused',
      `${target}: has no token path for market ${market.id} (${seen}: ${reply.exchange.request.path})`,
      { fix: 'choose a market of your application with CITI_MARKET, or correct the path in CITI_BASE_URL' },
    )
  if (isCredentialRefusal(reply))
    return new TransportError(
      'credentials-refused',
      `${target}: refuses CITI_CLIENT_ID and CITI_CLIENT_SECRET (${seen})`,
      { fix: `copy both again from the API Keys page, and see that the application may use ${market.name}` },
    )
  return noToken(reply, market, target)
}

function noToken(reply: Reply, market: Market, target: string): SuiteError {
  const seen = describe(reply)
  if (reply.status === 429)
    return new TransportError('quota-used-up', `${target}: the quota is used up (${seen})`, {
      fix: 'wait a minute and run again',
    })
  if (reply.json === undefined || reply.status < 400)
    return new TransportError('not-an-api', `${target}: answers ${seen} without an access token`, {
      fix: 'correct CITI_BASE_URL',
    })
  const code = errorOf(reply) === 'invalid_scope' ? 'scope-refused' : 'market-refused'
  return new TransportError(code, `${target}: gives no token for market ${market.id} (${seen})`, {
    fix: `see that the application is subscribed to products of ${market.name}, or change CITI_MARKET`,
  })
}

function isPage({ exchange, body }: Reply): boolean {
  return mediaTypeOf(exchange.response.headers) === 'text/html' || /^\s*<(!doctype|html)\b/i.test(body)
}

function isCredentialRefusal(reply: Reply): boolean {
  return [401, 403].includes(reply.status) || /invalid_client|unauthorized_client/.test(errorOf(reply))
}

function locationOf({ exchange }: Reply): string {
  return headerOf(exchange.response.headers, 'location')?.split('?')[0] ?? 'nowhere'
}

/** The status, and the error code when it looks like one: a body may hold anything. */
function describe(reply: Reply): string {
  return [reply.status, errorOf(reply)].join(' ').trim()
}

function errorOf({ json }: Reply): string {
  const code = (json as { error?: unknown } | null | undefined)?.error
  return typeof code === 'string' && /^[\w.-]{1,40}$/.test(code) ? code : ''
}
