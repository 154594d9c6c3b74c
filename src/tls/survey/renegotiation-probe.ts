import { constants } from 'node:crypto'
import { TLSSocket } from 'node:tls'
import type { TlsTarget } from '../connection.ts'
import type { Observed } from './observed.ts'
import { openSession, unclearFor } from './session.ts'

const settings = {
  maxVersion: 'TLSv1.2',
  // Without it our own side would refuse where the server does not.
  secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT | constants.SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION,
} as const

/** The errors that a server's refusal makes: the alert no_renegotiation, or an end of the connection. */
const refusals: readonly string[] = ['ERR_SSL_NO_RENEGOTIATION', 'ECONNRESET', 'EPIPE', 'ECONNABORTED']

/** Asks for a new handshake in the middle of a connection, as a client may up to TLS 1.2; true when it came about. */
export async function probeRenegotiation(target: TlsTarget): Promise<Observed<boolean>> {
  const socket = await openSession(target, { settings })
  if (!(socket instanceof TLSSocket)) return unclearFor(socket)
  const outcome = await renegotiate(socket, target.timeoutMs / 2)
  socket.destroy()
  return outcome
}

function renegotiate(socket: TLSSocket, timeoutMs: number): Promise<Observed<boolean>> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => resolve({ unclear: `no answer within ${timeoutMs} ms` }), timeoutMs)
    const end = (outcome: Observed<boolean>) => {
      clearTimeout(limit)
      resolve(outcome)
    }
    const fail = (error: NodeJS.ErrnoException) => end(readError(error))
    socket.once('close', () => end({ seen: false })).once('error', fail)
    socket.resume()
    socket.renegotiate({ rejectUnauthorized: false }, (error) =>
      error === null ? end({ seen: true }) : fail(error),
    )
  })
}

function readError(error: NodeJS.ErrnoException): Observed<boolean> {
  const isRefusal = refusals.includes(error.code ?? '') || /SSL alert number/.test(error.message)
  return isRefusal ? { seen: false } : { unclear: error.message }
}
