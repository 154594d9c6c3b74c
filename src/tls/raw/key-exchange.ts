import { ByteReader } from './bytes.ts'
import type { Suite } from './suites.ts'

/** The keys that a server proposes for one connection. */
export type KeyExchange =
  | { readonly kind: 'dh'; readonly bits: number }
  | { readonly kind: 'ec'; readonly group: number }
  | { readonly kind: 'export-rsa'; readonly bits: number }

/** A curve given by its name. @see https://www.rfc-editor.org/rfc/rfc8422#section-5.4 */
const NAMED_CURVE = 3

/**
 * Reads a ServerKeyExchange; undefined for a suite whose message says nothing of strength.
 * @see https://www.rfc-editor.org/rfc/rfc5246#section-7.4.3
 */
export function readKeyExchange(body: Buffer, { keyExchange }: Suite): KeyExchange | undefined {
  const reader = new ByteReader(body)
  // A hint at the identity comes first.
  if (keyExchange.endsWith('PSK')) reader.vector(2)
  if (keyExchange.startsWith('ECDH')) {
    return reader.uint(1) === NAMED_CURVE ? { kind: 'ec', group: reader.uint(2) } : undefined
  }
  if (/^DHE?_/.test(keyExchange)) return { kind: 'dh', bits: bitLength(reader.vector(2)) }
  if (keyExchange.startsWith('RSA_EXPORT')) return { kind: 'export-rsa', bits: bitLength(reader.vector(2)) }
  return undefined
}

function bitLength(bytes: Buffer): number {
  const hex = bytes.toString('hex').replace(/^0+/, '')
  return hex === '' ? 0 : BigInt(`0x${hex}`).toString(2).length
}
