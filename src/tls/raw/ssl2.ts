import { uint } from './bytes.ts'
import { suites2 } from './suites.ts'

const CHALLENGE_BYTES = 16

/**
 * Builds a CLIENT-HELLO of SSL 2.0 that offers all of its suites.
 * @see https://datatracker.ietf.org/doc/html/draft-hickman-netscape-ssl-00
 */
export function buildSsl2Hello(): Buffer {
  const offered = uint(3, ...suites2)
  const body = Buffer.concat([
    uint(1, 1),
    uint(2, 2, offered.length, 0, CHALLENGE_BYTES),
    offered,
    Buffer.alloc(CHALLENGE_BYTES, 0x5a),
  ])
  return Buffer.concat([uint(2, 0x8000 | body.length), body])
}

/** Tells whether bytes begin a SERVER-HELLO of SSL 2.0: a header of two or three bytes, then type 4 and version 2. */
export function isSsl2ServerHello(bytes: Buffer): boolean {
  const header = ((bytes[0] ?? 0) & 0x80) === 0 ? 3 : 2
  if (bytes.length < header + 5) return false
  return bytes[header] === 4 && bytes.readUInt16BE(header + 3) === 2
}
