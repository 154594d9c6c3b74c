import { ByteReader } from '../../../src/tls/raw/bytes.ts'
import { extensionTypes } from '../../../src/tls/raw/numbers.ts'

/** What a client asked for, as a server reads it. */
export interface ClientHello {
  /** The newest version that it offers. */
  readonly version: number
  readonly suites: readonly number[]
  readonly compression: readonly number[]
  readonly extensions: ReadonlyMap<number, Buffer>
  readonly servername: string | undefined
}

/** Reads the first record of a client; undefined for anything but a ClientHello of SSL 3.0 or later. */
export function readClientHello(bytes: Buffer): ClientHello | undefined {
  if (bytes[0] !== 22 || bytes[5] !== 1) return undefined
  const reader = new ByteReader(bytes.subarray(9))
  const legacyVersion = reader.uint(2)
  reader.take(32)
  reader.vector(1)
  const suites = new ByteReader(reader.vector(2)).uints(2)
  const compression = new ByteReader(reader.vector(1)).uints(1)
  const extensions = readExtensions(reader.left > 0 ? reader.vector(2) : Buffer.alloc(0))
  const versions = extensions.get(extensionTypes.supportedVersions)
  const offered = versions === undefined ? [] : new ByteReader(versions.subarray(1)).uints(2)
  return {
    version: offered.includes(0x0304) ? 0x0304 : legacyVersion,
    suites,
    compression,
    extensions,
    servername: extensions.get(extensionTypes.serverName)?.subarray(5).toString('latin1'),
  }
}

function readExtensions(bytes: Buffer): Map<number, Buffer> {
  const reader = new ByteReader(bytes)
  const extensions = new Map<number, Buffer>()
  while (reader.left > 0) extensions.set(reader.uint(2), reader.vector(2))
  return extensions
}
