import { TLSSocket } from 'node:tls'
import { type ClientSettings, openTls, type Prepare, type TlsTarget } from '../connection.ts'
import { open } from '../offers.ts'
import { describeOutcome, type HandshakeFailure } from '../outcome.ts'

/**
 * The settings of a client that takes whatever OpenSSL can still speak, at security level 0: a weak host is to be
 * looked at, not to be turned away. Nothing secret is ever sent over such a connection.
 */
export const anything: ClientSettings = {
  minVersion: open.versions.min,
  maxVersion: open.versions.max,
  ciphers: open.ciphers,
  rejectUnauthorized: false,
  checkServerIdentity: () => undefined,
}

/** How to open a connection. */
export interface SessionOptions {
  readonly settings?: ClientSettings
  readonly prepare?: Prepare
}

/** Opens a connection that the caller ends; a failure is an outcome, never an exception. */
export async function openSession(
  target: TlsTarget,
  options: SessionOptions = {},
): Promise<TLSSocket | HandshakeFailure> {
  const opened = await openTls(target, { ...anything, ...options.settings }, options.prepare)
  // What goes wrong later is noticed by the silence.
  return opened instanceof TLSSocket ? opened.on('error', () => undefined) : opened
}

/** Says that a failed handshake proves nothing. */
export function unclearFor(failure: HandshakeFailure): { readonly unclear: string } {
  return { unclear: `the handshake: the host ${describeOutcome(failure)}` }
}
