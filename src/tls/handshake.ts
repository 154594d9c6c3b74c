import { type SecureVersion, TLSSocket } from 'node:tls'
import { openTls, type TlsTarget } from './connection.ts'
import type { Accepted, HandshakeOutcome } from './outcome.ts'

/** One handshake to try. */
export interface HandshakeOptions extends TlsTarget {
  readonly versions: { readonly min: SecureVersion; readonly max: SecureVersion }
  /** In OpenSSL's notation. Old versions and weak suites need `@SECLEVEL=0`, or our own side refuses them. */
  readonly ciphers?: string
}

/**
 * Tries one TLS handshake and tells how it ended, never by an exception.
 * The certificate is verified only when `ca` is given: a probe asks what the peer speaks, not who it is.
 * At TLS 1.3 `accepted` does not yet mean that the peer was content with the client's certificate.
 * @see https://www.rfc-editor.org/rfc/rfc8446#section-4.4.2.4
 */
export async function attemptHandshake(options: HandshakeOptions): Promise<HandshakeOutcome> {
  const opened = await openTls(options, {
    minVersion: options.versions.min,
    maxVersion: options.versions.max,
    ...(options.ciphers === undefined ? {} : { ciphers: options.ciphers }),
    rejectUnauthorized: options.ca !== undefined,
  })
  if (!(opened instanceof TLSSocket)) return opened
  const accepted = readAgreement(opened)
  opened.destroySoon()
  return accepted
}

function readAgreement(socket: TLSSocket): Accepted {
  const ephemeral = socket.getEphemeralKeyInfo()
  const { type, name, size } = (ephemeral ?? {}) as { type?: string; name?: string; size?: number }
  return {
    kind: 'accepted',
    version: socket.getProtocol() ?? 'unknown',
    cipher: socket.getCipher().name,
    ...(type === undefined || size === undefined
      ? {}
      : { ephemeralKey: { type, ...(name === undefined ? {} : { name }), bits: size } }),
  }
}
