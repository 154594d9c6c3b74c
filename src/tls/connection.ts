import { constants } from 'node:crypto'
import { once } from 'node:events'
import { connect as connectTcp, isIP, type Socket, type TcpNetConnectOpts } from 'node:net'
import { connect as connectTls, type ConnectionOptions, TLSSocket, type TLSSocketOptions } from 'node:tls'
import { classifyHandshakeError, type HandshakeFailure } from './outcome.ts'

/** Where a TLS server listens and how to meet it. */
export interface TlsTarget {
  readonly host: string
  readonly port: number
  /** The name to ask for; the host itself by default. Without it shared front ends refuse everybody. */
  readonly servername?: string | undefined
  /** PEM text of the only authorities to trust; undefined means the roots that Node brings. */
  readonly ca?: string | undefined
  /** Sent when the peer asks for one; both in PEM. */
  readonly clientCertificate?: { readonly cert: string; readonly key: string } | undefined
  /** One limit for name lookup, connection and handshake together. */
  readonly timeoutMs: number
}

/** The settings of a client; Node's types forget the OCSP answer. */
export type ClientSettings = ConnectionOptions & Pick<TLSSocketOptions, 'requestOCSP'>

/** Looks at a connection before its handshake begins, for what is told once only. */
export type Prepare = (socket: TLSSocket) => void

/** Opens a TLS connection, which the caller ends; a failure is an outcome, never an exception. */
export async function openTls(
  target: TlsTarget,
  settings: ClientSettings,
  prepare: Prepare = () => undefined,
): Promise<TLSSocket | HandshakeFailure> {
  const transport = connectTcp(transportOptions(target))
  try {
    await once(transport, 'connect')
  } catch (error) {
    return isDeadline(error) ? timedOut(target) : unreachable(error as NodeJS.ErrnoException)
  }
  return secure(transport, target, () => {
    const socket = connectTls({ ...identityOptions(target), ...settings, socket: transport })
    prepare(socket)
    return socket
  })
}

/** Returns how to reach a target by TCP, everything within its time limit. */
export function transportOptions(target: Pick<TlsTarget, 'host' | 'port' | 'timeoutMs'>): TcpNetConnectOpts {
  const { host, port, timeoutMs } = target
  return {
    host,
    port,
    signal: AbortSignal.timeout(timeoutMs),
    // Of a host's several addresses the first gets this long; Node's own 250 ms are too few across an ocean.
    autoSelectFamilyAttemptTimeout: Math.max(250, Math.ceil(timeoutMs / 2)),
  }
}

/** Tells whether an error means that a deadline passed. */
export function isDeadline(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ABORT_ERR' || code === 'ETIMEDOUT'
}

function secure(transport: Socket, target: TlsTarget, start: () => TLSSocket) {
  return new Promise<TLSSocket | HandshakeFailure>((resolve) => {
    const fail = (error: Error) => {
      resolve(isDeadline(error) ? timedOut(target) : classifyHandshakeError(error, transport.bytesRead))
      transport.destroy()
    }
    transport.on('error', fail)
    try {
      const socket = start()
      socket.on('error', fail)
      socket.once('secureConnect', () => {
        resolve(socket)
      })
      socket.once('close', () => {
        resolve({ kind: 'closed-by-peer', reason: 'no error' })
      })
    } catch (error) {
      fail(error as Error)
    }
  })
}

function identityOptions({ host, servername = host, ca, clientCertificate }: TlsTarget): ConnectionOptions {
  return {
    host: servername,
    // An address is no name: RFC 6066 section 3 forbids it here.
    ...(isIP(servername) === 0 ? { servername } : {}),
    ...(ca === undefined ? {} : { ca }),
    ...clientCertificate,
    // A server older than RFC 5746 must not look like one that refuses.
    secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
    minDHSize: 1,
  }
}

function unreachable(error: NodeJS.ErrnoException): HandshakeFailure {
  return { kind: 'unreachable', reason: error.code ?? error.message }
}

function timedOut({ timeoutMs }: TlsTarget): HandshakeFailure {
  return { kind: 'timed-out', timeoutMs }
}
