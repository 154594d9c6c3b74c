import { isIP } from 'node:net'
import { uint, vector } from './bytes.ts'
import {
  contentTypes,
  extensionTypes,
  groups,
  messageTypes,
  signals,
  type VersionId,
  versions,
} from './numbers.ts'

/** What a hand-made ClientHello offers: exactly this, whatever any library thinks of it. */
export interface RawOffer {
  readonly version: VersionId
  /** Suite numbers in the order of preference. */
  readonly suites: readonly number[]
  /** The name to ask for; absent to ask for none. An address is never sent. */
  readonly servername?: string | undefined
  /** Numbers of groups; all that are known unless given. */
  readonly groups?: readonly number[]
  /** Whether to offer DEFLATE beside no compression. */
  readonly compression?: boolean
}

/** Any 32 bytes are a point of x25519; nobody computes a key from these. */
const fixed = (length: number): Buffer =>
  Buffer.from(Array.from({ length }, (_, index) => (index * 37 + 11) % 251))

/**
 * Signature algorithms from strong to weak, so that a weak answer is the server's own choice or all it has.
 * @see https://www.iana.org/assignments/tls-parameters#tls-signaturescheme
 */
const signatureAlgorithms = [
  0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0603, 0x0806, 0x0601, 0x0807, 0x0808, 0x0809, 0x080a,
  0x080b, 0x0402, 0x0303, 0x0301, 0x0203, 0x0201, 0x0202, 0x0101,
]

/** A hello of 256 to 511 bytes hangs old load balancers. @see https://www.rfc-editor.org/rfc/rfc7685 */
const hangs = { from: 256, to: 511 } as const

/**
 * Builds the record of a ClientHello.
 * @see https://www.rfc-editor.org/rfc/rfc5246#section-7.4.1.2
 */
export function buildClientHello(offer: RawOffer): Buffer {
  const hello = message(offer, [])
  const lacking = hangs.to - hello.length - 4
  const isRisky = hello.length >= hangs.from && hello.length <= hangs.to && offer.version !== 'ssl3'
  const padding = extension(extensionTypes.padding, Buffer.alloc(Math.max(0, lacking) + 1))
  const record = isRisky ? message(offer, [padding]) : hello
  // The record of a first hello names a version that the oldest servers can read.
  const outer = Math.min(versions[offer.version], versions.tls10)
  return Buffer.concat([uint(1, contentTypes.handshake), uint(2, outer), vector(2, record)])
}

function message(offer: RawOffer, more: readonly Buffer[]): Buffer {
  const body = [
    uint(2, Math.min(versions[offer.version], versions.tls12)),
    fixed(32),
    // A middlebox lets TLS 1.3 pass when it looks like a resumption.
    vector(1, offer.version === 'tls13' ? fixed(32) : Buffer.alloc(0)),
    vector(2, uint(2, ...suitesOf(offer))),
    vector(1, uint(1, ...(offer.compression === true ? [1, 0] : [0]))),
    ...(offer.version === 'ssl3' ? [] : [vector(2, ...extensionsOf(offer), ...more)]),
  ]
  return Buffer.concat([uint(1, messageTypes.clientHello), vector(3, ...body)])
}

/** SSL 3.0 knows no extensions, so the signal stands for that of renegotiation. */
function suitesOf({ version, suites }: RawOffer): readonly number[] {
  return version === 'ssl3' ? [...suites, signals.renegotiation] : suites
}

function extensionsOf(offer: RawOffer): Buffer[] {
  const offered = offer.groups ?? [...groups.keys()]
  return [
    ...serverName(offer.servername),
    extension(extensionTypes.supportedGroups, vector(2, uint(2, ...offered))),
    ...(offer.version === 'tls13' ? of13(offered) : ofOlder()),
    ...(versions[offer.version] >= versions.tls12
      ? [extension(extensionTypes.signatureAlgorithms, vector(2, uint(2, ...signatureAlgorithms)))]
      : []),
    // An OCSP answer, asked of any responder.
    extension(extensionTypes.statusRequest, Buffer.from([1, 0, 0, 0, 0])),
  ]
}

function ofOlder(): Buffer[] {
  return [
    extension(extensionTypes.pointFormats, vector(1, uint(1, 0, 1, 2))),
    extension(extensionTypes.renegotiationInfo, vector(1)),
    extension(extensionTypes.extendedMasterSecret, Buffer.alloc(0)),
    extension(extensionTypes.sessionTicket, Buffer.alloc(0)),
  ]
}

function of13(offered: readonly number[]): Buffer[] {
  const x25519 = 29
  const shares = offered.includes(x25519) ? [uint(2, x25519), vector(2, fixed(32))] : []
  return [
    extension(extensionTypes.supportedVersions, vector(1, uint(2, versions.tls13))),
    extension(extensionTypes.pskModes, vector(1, uint(1, 1))),
    // A server that wants another group asks for it, which is an answer as well.
    extension(extensionTypes.keyShare, vector(2, ...shares)),
  ]
}

function serverName(name: string | undefined): Buffer[] {
  if (name === undefined || name === '' || isIP(name) !== 0) return []
  return [extension(extensionTypes.serverName, vector(2, uint(1, 0), vector(2, Buffer.from(name, 'latin1'))))]
}

function extension(type: number, content: Buffer): Buffer {
  return Buffer.concat([uint(2, type), vector(2, content)])
}
