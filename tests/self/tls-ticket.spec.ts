import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { expect, test } from '@playwright/test'
import { probeResumption } from '../../src/tls/survey/resumption-probe.ts'
import { issueForLoopback } from './local-server.ts'

async function listen(server: Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return (server.address() as AddressInfo).port
}

/** Passes a handshake on until the client has ended it, and breaks off before the server can send a ticket. */
function breakOff(client: Socket, port: number): void {
  const server = connect(port, '127.0.0.1')
  client.on('error', () => server.destroy())
  server.on('error', () => client.destroy()).pipe(client)
  client.once('data', (hello: Buffer) => {
    server.write(hello)
    client.once('data', () => setTimeout(() => client.resetAndDestroy(), 50))
  })
}

test('a connection that breaks before its ticket is unclear: neither resumed nor an end of the survey', async () => {
  const { cert, key } = await issueForLoopback()
  const behind = createTlsServer({ cert, key, minVersion: 'TLSv1.3' })
  const port = await listen(behind)
  const front = createServer((client) => breakOff(client, port))
  const target = { host: '127.0.0.1', port: await listen(front), servername: 'localhost', timeoutMs: 5000 }
  const seen = await probeResumption(target, 'TLSv1.3')
  front.close()
  behind.close()
  expect(seen).toEqual({ unclear: expect.stringMatching(/^before a ticket came: .*ECONNRESET/) })
})
