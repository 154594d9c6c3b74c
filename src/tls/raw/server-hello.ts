import { ByteReader } from './bytes.ts'
import { extensionTypes, versions } from './numbers.ts'

/** What a server agreed to. */
export interface ServerHello {
  /** As the wire says it, for example 0x0303; taken from the extension at TLS 1.3. */
  readonly version: number
  /** The last eight bytes of the random, where TLS 1.3 servers mark a downgrade, in hexadecimal. */
  readonly randomTail: string
  readonly suite: number
  /** 0 is none, 1 is DEFLATE. */
  readonly compression: number
  /** The types of the extensions that the server answered. */
  readonly extensions: readonly number[]
  /** The group of a key share or of a request for one, at TLS 1.3. */
  readonly group?: number
}

/**
 * Reads the body of a ServerHello or HelloRetryRequest; RangeError where it is cut short.
 * @see https://www.rfc-editor.org/rfc/rfc8446#section-4.1.3
 */
export function readServerHello(body: Buffer): ServerHello {
  const reader = new ByteReader(body)
  const legacyVersion = reader.uint(2)
  const random = reader.take(32)
  reader.vector(1)
  const suite = reader.uint(2)
  const compression = reader.uint(1)
  const extensions = readExtensions(reader.left > 0 ? reader.vector(2) : Buffer.alloc(0))
  const group = extensions.get(extensionTypes.keyShare)?.readUInt16BE(0)
  return {
    version: extensions.get(extensionTypes.supportedVersions)?.readUInt16BE(0) ?? legacyVersion,
    randomTail: random.subarray(-8).toString('hex'),
    suite,
    compression,
    extensions: [...extensions.keys()],
    ...(group === undefined ? {} : { group }),
  }
}

/** The mark of a server that could have spoken a newer version. @see https://www.rfc-editor.org/rfc/rfc8446#section-4.1.3 */
export const downgradeMarks: Readonly<Record<number, string>> = {
  [versions.tls12]: '444f574e47524401',
  [versions.tls11]: '444f574e47524400',
  [versions.tls10]: '444f574e47524400',
}

function readExtensions(bytes: Buffer): Map<number, Buffer> {
  const reader = new ByteReader(bytes)
  const found = new Map<number, Buffer>()
  while (reader.left > 0) found.set(reader.uint(2), reader.vector(2))
  return found
}
