import { TLSSocket } from 'node:tls'
import { type ClientSettings, openTls, type Prepare, type TlsTarget } from '../connection.ts'
import { open } from '../offers.ts'
import { describeOutcome } from '../outcome.ts'

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

/** Opens a connection that the caller ends; where none comes about, the sentence says why. */
export async function openSession(
  target: TlsTarget,
  options: SessionOptions = {},
): Promise<TLSSocket | string> {
  const opened = await openTls(target, { ...anything, ...options.settings }, options.prepare)
  if (!(opened instanceof TLSSocket)) return `the handshake: the host ${describeOutcome(opened)}`
  // What goes wrong later is noticed by the silence.
  return opened.on('error', () => undefined)
}
