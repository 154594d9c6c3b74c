import { alertName } from '../alerts.ts'
import { ByteReader } from './bytes.ts'
import { type KeyExchange, readKeyExchange } from './key-exchange.ts'
import { contentTypes, messageTypes, versions } from './numbers.ts'
import { readServerHello, type ServerHello } from './server-hello.ts'
import { isSsl2ServerHello } from './ssl2.ts'
import { suiteOf } from './suites.ts'

/** What a server has sent in answer to a ClientHello, as far as it can be read without keys. */
export interface Flight {
  readonly hello?: ServerHello
  /** The certificates in DER, the server's own first; none at TLS 1.3, which encrypts them. */
  readonly certificates: readonly Buffer[]
  readonly keyExchange?: KeyExchange
  readonly asksForCertificate: boolean
  /** A fatal alert, or a warning when nothing else came. */
  readonly alert?: string
  /** Whether the bytes are a SERVER-HELLO of SSL 2.0. */
  readonly ssl2: boolean
  /** Whether the bytes are no TLS at all. */
  readonly foreign: boolean
  /** Whether nothing more is to come before the client speaks. */
  readonly complete: boolean
}

const FATAL = 2
const MOST_RECORD_BYTES = 18_432

interface Message {
  readonly type: number
  readonly body: Buffer
}

interface Records {
  readonly handshake: Buffer
  readonly alerts: readonly { readonly level: number; readonly name: string }[]
  readonly foreign: boolean
}

/** Reads what has arrived so far; bytes that are cut short say what they say until there. */
export function readFlight(bytes: Buffer): Flight {
  const { handshake, alerts, foreign } = readRecords(bytes)
  const ssl2 = foreign && isSsl2ServerHello(bytes)
  const messages = readMessages(handshake)
  const hello = readFirst(messages, messageTypes.serverHello, readServerHello)
  const alert = alerts.find(({ level }) => level === FATAL) ?? (hello === undefined ? alerts[0] : undefined)
  const has = (type: number) => messages.some((message) => message.type === type)
  const isWhole = has(messageTypes.serverHelloDone) || (hello?.version ?? 0) >= versions.tls13
  return {
    ...(hello === undefined ? {} : { hello, ...keyExchangeOf(messages, hello) }),
    certificates: readFirst(messages, messageTypes.certificate, readCertificates) ?? [],
    asksForCertificate: has(messageTypes.certificateRequest),
    ...(alert === undefined ? {} : { alert: alert.name }),
    ssl2,
    foreign: foreign && !ssl2,
    complete: isWhole || foreign || alerts.some(({ level }) => level === FATAL),
  }
}

function keyExchangeOf(messages: readonly Message[], { suite }: ServerHello) {
  const read = (body: Buffer) => readKeyExchange(body, suiteOf(suite))
  const keyExchange = readFirst(messages, messageTypes.serverKeyExchange, read)
  return keyExchange === undefined ? {} : { keyExchange }
}

/** A message that contradicts itself is as good as none. */
function readFirst<T>(messages: readonly Message[], type: number, read: (body: Buffer) => T): T | undefined {
  const found = messages.find((message) => message.type === type)
  return found === undefined ? undefined : readWhole(() => read(found.body))
}

function readRecords(bytes: Buffer): Records {
  const reader = new ByteReader(bytes)
  const handshake: Buffer[] = []
  const alerts: { level: number; name: string }[] = []
  while (reader.left > 0) {
    const [type, major] = [reader.uint(1), reader.left > 0 ? reader.uint(1) : 3]
    if (type < 20 || type > 24 || major !== 3) return { ...joined(handshake, alerts), foreign: true }
    // The last record may be on its way; what it holds of the handshake counts.
    if (reader.left < 3) break
    reader.take(1)
    const length = reader.uint(2)
    if (length > MOST_RECORD_BYTES) return { ...joined(handshake, alerts), foreign: true }
    const body = reader.take(Math.min(length, reader.left))
    if (type === contentTypes.handshake) handshake.push(body)
    if (type === contentTypes.alert && body.length === 2) alerts.push(readAlert(body))
  }
  return { ...joined(handshake, alerts), foreign: false }
}

function joined(handshake: readonly Buffer[], alerts: Records['alerts']) {
  return { handshake: Buffer.concat(handshake), alerts }
}

function readAlert(body: Buffer) {
  return { level: body.readUInt8(0), name: alertName(body.readUInt8(1)) }
}

function readMessages(bytes: Buffer): Message[] {
  const reader = new ByteReader(bytes)
  const messages: Message[] = []
  readWhole(() => {
    while (reader.left > 0) messages.push({ type: reader.uint(1), body: reader.vector(3) })
  })
  return messages
}

function readCertificates(body: Buffer): Buffer[] {
  const reader = new ByteReader(new ByteReader(body).vector(3))
  const certificates: Buffer[] = []
  while (reader.left > 0) certificates.push(reader.vector(3))
  return certificates
}

/** Where a read runs out of bytes there is nothing to say; any other error is a fault of ours. */
function readWhole<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
