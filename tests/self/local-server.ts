import { once } from 'node:events'
import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { test as base } from '@playwright/test'
import { createAuthority } from '../../src/certificates/authority.ts'

/** A server on loopback, without scheme and path. */
export interface LocalServer {
  readonly host: string
  /** The authority that signed its certificate, in PEM; empty without TLS. */
  readonly caPem: string
}

/** How TLS can be at fault: `demanding` wants a client certificate, `old` knows TLS 1.1 at most. */
const faultyOptions = {
  expired: {},
  misnamed: {},
  demanding: { requestCert: true, rejectUnauthorized: true },
  old: { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' },
} as const

/** Starts servers that a test needs; all of them end with it. */
export interface Servers {
  http(listener: RequestListener): Promise<LocalServer>
  https(listener: RequestListener, fault?: keyof typeof faultyOptions): Promise<LocalServer>
  sockets(listener: (socket: Socket) => void): Promise<LocalServer>
  /** A port on which nothing listens any more. */
  closed(): Promise<LocalServer>
}

/** The test with servers on loopback. */
export const test = base.extend<{ servers: Servers }>({
  servers: async ({}, use) => {
    const open: Server[] = []
    const sockets = new Set<Socket>()
    const start = async (server: Server, caPem = ''): Promise<LocalServer> => {
      open.push(server)
      server.on('connection', (socket: Socket) => sockets.add(socket))
      await once(server.listen(0, '127.0.0.1'), 'listening')
      return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, caPem }
    }
    await use({
      http: (listener) => start(createHttpServer(listener)),
      https: async (listener, fault) => {
        const { caPem, cert, key } = await issueForLoopback(fault)
        const options = fault === undefined ? {} : faultyOptions[fault]
        return start(createHttpsServer({ cert, key, ca: caPem, ...options }, listener), caPem)
      },
      sockets: (listener) => start(createServer(listener)),
      closed: async () => {
        const server = createServer()
        const place = await start(server)
        await new Promise((resolve) => server.close(resolve))
        return place
      },
    })
    for (const socket of sockets) socket.destroy()
    for (const server of open) server.close()
  },
})

/** Issues a certificate for this machine, with a fault if one is named. */
export async function issueForLoopback(
  fault?: string,
): Promise<{ caPem: string; cert: string; key: string }> {
  const now = Date.now()
  const authority = await createAuthority({ commonName: 'Local test CA', now: new Date(now) })
  const leaf = await authority.issue({
    commonName: 'localhost',
    ipAddresses: [fault === 'misnamed' ? '192.0.2.1' : '127.0.0.1'],
    notBefore: new Date(now - 5 * 86_400_000),
    notAfter: new Date(now + (fault === 'expired' ? -1 : 1) * 86_400_000),
    usage: 'server',
  })
  return { caPem: authority.certificatePem, cert: leaf.chainPem, key: leaf.keyPem }
}
