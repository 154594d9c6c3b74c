import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:tls'
import { issueSelfSigned } from '../certificates/authority.ts'
import type { TlsTarget } from './connection.ts'

/** A deliberately weak server on loopback that shows what a probe is able to speak. */
export interface ControlServer {
  /** Starts the server at the first call and returns where it listens. */
  readonly start: () => Promise<TlsTarget>
  /** Stops the server if it was started; it can be started again. */
  readonly close: () => Promise<void>
}

/**
 * Creates the control server: every version from TLS 1.0 and every suite that this Node can speak, weak ones included.
 * Only when a probe succeeds here does its failure elsewhere say anything about the other side.
 */
export function createControlServer(): ControlServer {
  let running: Promise<Server> | undefined
  return {
    start: async () => {
      const { port } = (await (running ??= listen())).address() as AddressInfo
      return { host: '127.0.0.1', port, timeoutMs: 2000 }
    },
    close: async () => {
      const server = await running
      running = undefined
      if (server !== undefined) await once(server.close(), 'close')
    },
  }
}

async function listen(): Promise<Server> {
  const { keyPem, certificatePem } = await issueSelfSigned({
    commonName: 'control server',
    // No client looks at these dates; they are fixed so that no clock is needed.
    notBefore: new Date('2000-01-01'),
    notAfter: new Date('2099-12-31'),
    usage: 'server',
    key: 'rsa',
  })
  const server = createServer({
    key: keyPem,
    cert: certificatePem,
    minVersion: 'TLSv1',
    ciphers: 'TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:ALL:COMPLEMENTOFALL:@SECLEVEL=0',
    dhparam: 'auto',
  })
  server.on('secureConnection', (socket) => socket.on('error', () => undefined).resume())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return server
}
