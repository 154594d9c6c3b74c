import { uint, vector } from '../../../src/tls/raw/bytes.ts'
import { extensionTypes, messageTypes } from '../../../src/tls/raw/numbers.ts'
import { suiteOf } from '../../../src/tls/raw/suites.ts'

/** What a server is to agree to that no library serves any more. */
export interface FlightWish {
  readonly version: number
  readonly suite: number
  readonly certificate: Buffer
  readonly compression?: number
  /** Types of the extensions that are answered, with no content; renegotiation and master secret unless given. */
  readonly extensions?: readonly number[]
  /** The end of the random. */
  readonly mark?: string
}

const usual = [extensionTypes.renegotiationInfo, extensionTypes.extendedMasterSecret]

/** Builds what a server sends until the client speaks again: hello, certificate, key, end. Nobody could go on from it. */
export function buildFlight(wish: FlightWish): Buffer {
  const { version, suite, certificate } = wish
  const { keyExchange } = suiteOf(suite)
  const key = buildKey(keyExchange)
  const messages = [
    message(messageTypes.serverHello, serverHello(wish)),
    ...(keyExchange.includes('anon')
      ? []
      : [message(messageTypes.certificate, vector(3, vector(3, certificate)))]),
    ...(key === undefined ? [] : [message(messageTypes.serverKeyExchange, key)]),
    message(messageTypes.serverHelloDone, Buffer.alloc(0)),
  ]
  return Buffer.concat([uint(1, 22), uint(2, version), vector(2, ...messages)])
}

/** A fatal alert as a whole record. */
export function fatalAlert(number: number): Buffer {
  return Buffer.from([21, 3, 1, 0, 2, 2, number])
}

/** A SERVER-HELLO of SSL 2.0 with a certificate and one suite. */
export function buildSsl2Flight(certificate: Buffer): Buffer {
  const suite = uint(3, 0x010080)
  const connection = Buffer.alloc(16, 7)
  const lengths = uint(2, certificate.length, suite.length, connection.length)
  const body = Buffer.concat([uint(1, 4, 0, 1), uint(2, 2), lengths, certificate, suite, connection])
  return Buffer.concat([uint(2, 0x8000 | body.length), body])
}

function serverHello({ version, suite, compression, extensions, mark }: FlightWish): Buffer {
  const random = Buffer.concat([Buffer.alloc(24, 0x42), Buffer.from(mark ?? '0102030405060708', 'hex')])
  const content = (type: number) => (type === extensionTypes.renegotiationInfo ? uint(1, 0) : Buffer.alloc(0))
  const answered = (extensions ?? usual).map((type) =>
    Buffer.concat([uint(2, type), vector(2, content(type))]),
  )
  return Buffer.concat([
    uint(2, version),
    random,
    vector(1),
    uint(2, suite),
    uint(1, compression ?? 0),
    // SSL 3.0 knows no extensions.
    ...(version === 0x0300 ? [] : [vector(2, ...answered)]),
  ])
}

/** A key of a strong group, so that the suite itself is all there is to find. */
function buildKey(keyExchange: string): Buffer | undefined {
  const signature = Buffer.concat([uint(2, 0x0401), vector(2, Buffer.alloc(256, 1))])
  if (keyExchange.startsWith('ECDHE'))
    return Buffer.concat([uint(1, 3), uint(2, 23), vector(1, Buffer.alloc(65, 4)), signature])
  if (keyExchange.startsWith('DHE'))
    return Buffer.concat([...[256, 1, 256].map((size) => vector(2, Buffer.alloc(size, 0xff))), signature])
  if (keyExchange.startsWith('RSA_EXPORT'))
    return Buffer.concat([vector(2, Buffer.alloc(64, 0xff)), vector(2, uint(1, 3)), signature])
  return undefined
}

function message(type: number, body: Buffer): Buffer {
  return Buffer.concat([uint(1, type), vector(3, body)])
}
