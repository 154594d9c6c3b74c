import { once } from 'node:events'
import { type SecureVersion, TLSSocket } from 'node:tls'
import type { TlsTarget } from '../connection.ts'
import type { Observed } from './observed.ts'
import { openSession, unclearFor } from './session.ts'

/** Connects twice at one version and tells whether the second connection resumed the first. */
export async function probeResumption(target: TlsTarget, version: SecureVersion): Promise<Observed<boolean>> {
  const only = { minVersion: version, maxVersion: version }
  const tickets: Buffer[] = []
  const prepare = (socket: TLSSocket) => socket.on('session', (ticket: Buffer) => tickets.push(ticket))
  const first = await openSession(target, { settings: only, prepare })
  if (!(first instanceof TLSSocket)) return unclearFor(first)
  // Nothing is read from a socket that nobody listens to, neither the ticket that follows a handshake of TLS 1.3.
  first.resume()
  const problem = tickets.length === 0 ? await waitForTicket(first, target.timeoutMs / 2) : undefined
  first.destroy()
  if (problem !== undefined) return { unclear: `before a ticket came: ${problem}` }
  const session = tickets.at(-1)
  if (session === undefined) return { seen: false }
  const second = await openSession(target, { settings: { ...only, session } })
  if (!(second instanceof TLSSocket)) return unclearFor(second)
  const isResumed = second.isSessionReused()
  second.destroy()
  return { seen: isResumed }
}

/** Says what broke the connection before a ticket came; undefined when one came, or none in time. */
async function waitForTicket(socket: TLSSocket, milliseconds: number): Promise<string | undefined> {
  try {
    await Promise.race([once(socket, 'session'), pause(milliseconds)])
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

function pause(milliseconds: number): Promise<void> {
  // Nobody waits for the end of a pause that lost its race.
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
}
