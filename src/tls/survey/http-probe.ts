import { type IncomingMessage, request } from 'node:http'
import { isIPv6 } from 'node:net'
import type { TLSSocket } from 'node:tls'

/** What a host answers to one GET over a connection. */
export interface HttpAnswer {
  readonly status: number
  /** The value of Strict-Transport-Security; undefined without that header. */
  readonly strictTransport: string | undefined
  /** The beginning of the body, where a refusal gives its reason. */
  readonly text: string
}

/** Where to ask, and for how long. */
export interface HttpQuestion {
  readonly host: string
  readonly path: string
  readonly timeoutMs: number
}

/** Sends one GET without any credentials; undefined when no HTTP came back. The connection is of no use afterwards. */
export function askHttp(socket: TLSSocket, question: HttpQuestion): Promise<HttpAnswer | undefined> {
  const { host, path, timeoutMs } = question
  return new Promise((resolve) => {
    const call = request({
      createConnection: () => socket,
      headers: { Host: isIPv6(host) ? `[${host}]` : host, Connection: 'close' },
      path,
      signal: AbortSignal.timeout(timeoutMs),
    })
    call.once('error', () => resolve(undefined))
    call.once('response', (response) => void readResponse(response).then(resolve))
    call.end()
  })
}

async function readResponse(response: IncomingMessage): Promise<HttpAnswer> {
  const text = await readText(response)
  response.destroy()
  return {
    status: response.statusCode ?? 0,
    strictTransport: response.headers['strict-transport-security'],
    text,
  }
}

/** One piece of the body is enough, and a body that is cut is none. */
async function readText(response: IncomingMessage): Promise<string> {
  try {
    for await (const chunk of response as AsyncIterable<Buffer>)
      return chunk.toString('latin1').slice(0, 2000)
  } catch {
    // The head has been read; that is what counts.
  }
  return ''
}
