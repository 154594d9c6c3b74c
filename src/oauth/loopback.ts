import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { SettingsError, TransportError } from '../errors.ts'

/** A listener for one redirect. */
export interface RedirectListener {
  /** The parameters that came back; TransportError when none came in time. */
  readonly caught: Promise<URLSearchParams>
  close(): void
}

/** Tells whether a redirect URI leads to this machine, without TLS, so that a listener can catch it. */
export function isLoopback(redirectUri: string): boolean {
  if (!URL.canParse(redirectUri)) return false
  const { protocol, hostname } = new URL(redirectUri)
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

/** Listens where a redirect URI leads, on loopback only; SettingsError when its port is in use. */
export async function listenForRedirect(redirectUri: string, timeoutMs: number): Promise<RedirectListener> {
  const { hostname, port, pathname } = new URL(redirectUri)
  const server = createServer()
  const caught = catchOne(server, pathname, timeoutMs)
  // Nobody may be waiting yet when it fails.
  caught.catch(() => undefined)
  try {
    await once(server.listen(Number(port || 80), hostname.replace(/^\[|\]$/g, '')), 'listening')
  } catch (cause) {
    throw new SettingsError('port-in-use', `port ${port || '80'} of CITI_REDIRECT_URI is in use`, {
      cause,
      fix: 'stop what listens there, or register another address',
    })
  }
  return { caught, close: () => server.close().closeAllConnections() }
}

function catchOne(server: Server, pathname: string, timeoutMs: number): Promise<URLSearchParams> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      reject(
        new TransportError('timed-out', 'nobody came back from the bank in time', {
          fix: 'run `npm run consent` again',
        }),
      )
    }, timeoutMs)
    server.on('request', (request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost')
      const isIt = request.method === 'GET' && url.pathname === pathname
      response.writeHead(isIt ? 200 : 404, {
        'content-type': 'text/plain; charset=utf-8',
        connection: 'close',
      })
      response.end(isIt ? 'The consent has arrived. This window can be closed.\n' : 'Nothing is here.\n')
      if (!isIt) return
      clearTimeout(late)
      resolve(url.searchParams)
    })
  })
}
