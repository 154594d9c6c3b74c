/** The versions as they stand in a hello. */
export const versions = { ssl3: 0x0300, tls10: 0x0301, tls11: 0x0302, tls12: 0x0303, tls13: 0x0304 } as const

/** A version whose hello has the form of SSL 3.0. */
export type VersionId = keyof typeof versions

/** How people write the versions. */
export const versionNames: Readonly<Record<VersionId | 'ssl2', string>> = {
  ssl2: 'SSL 2.0',
  ssl3: 'SSL 3.0',
  tls10: 'TLS 1.0',
  tls11: 'TLS 1.1',
  tls12: 'TLS 1.2',
  tls13: 'TLS 1.3',
}

/** @see https://www.iana.org/assignments/tls-parameters#tls-parameters-5 */
export const contentTypes = { alert: 21, handshake: 22 } as const

/** @see https://www.iana.org/assignments/tls-parameters#tls-parameters-7 */
export const messageTypes = {
  clientHello: 1,
  serverHello: 2,
  certificate: 11,
  serverKeyExchange: 12,
  certificateRequest: 13,
  serverHelloDone: 14,
} as const

/** @see https://www.iana.org/assignments/tls-extensiontype-values */
export const extensionTypes = {
  serverName: 0,
  statusRequest: 5,
  supportedGroups: 10,
  pointFormats: 11,
  signatureAlgorithms: 13,
  padding: 21,
  encryptThenMac: 22,
  extendedMasterSecret: 23,
  sessionTicket: 35,
  supportedVersions: 43,
  pskModes: 45,
  keyShare: 51,
  renegotiationInfo: 0xff01,
} as const

/** Suite numbers that are signals. @see https://www.rfc-editor.org/rfc/rfc5746 and rfc7507 */
export const signals = { renegotiation: 0x00ff, fallback: 0x5600 } as const

/** A group of a key exchange. */
export interface Group {
  readonly name: string
  /** Of the field, by which strength is judged. */
  readonly bits: number
}

const list: readonly (readonly [number, string, number])[] = [
  [29, 'x25519', 256],
  [23, 'secp256r1', 256],
  [24, 'secp384r1', 384],
  [25, 'secp521r1', 521],
  [30, 'x448', 448],
  [26, 'brainpoolP256r1', 256],
  [27, 'brainpoolP384r1', 384],
  [28, 'brainpoolP512r1', 512],
  [22, 'secp256k1', 256],
  [13, 'sect409k1', 409],
  [14, 'sect409r1', 409],
  [11, 'sect571k1', 571],
  [12, 'sect571r1', 571],
  [9, 'sect283k1', 283],
  [10, 'sect283r1', 283],
  [20, 'secp224k1', 224],
  [21, 'secp224r1', 224],
  [8, 'sect239k1', 239],
  [6, 'sect233k1', 233],
  [7, 'sect233r1', 233],
  [18, 'secp192k1', 192],
  [19, 'secp192r1', 192],
  [4, 'sect193r1', 193],
  [5, 'sect193r2', 193],
  [1, 'sect163k1', 163],
  [2, 'sect163r1', 163],
  [3, 'sect163r2', 163],
  [15, 'secp160k1', 160],
  [16, 'secp160r1', 160],
  [17, 'secp160r2', 160],
  [256, 'ffdhe2048', 2048],
  [257, 'ffdhe3072', 3072],
  [258, 'ffdhe4096', 4096],
]

/** The groups by number, the usual ones first. @see https://www.iana.org/assignments/tls-parameters#tls-parameters-8 */
export const groups: ReadonlyMap<number, Group> = new Map(
  list.map(([number, name, bits]) => [number, { name, bits }]),
)

/** The fewest bits of a curve. @see https://www.rfc-editor.org/rfc/rfc9325#section-4.5 */
export const FEWEST_CURVE_BITS = 224

/** The curves below that. */
export const weakGroups: readonly number[] = list
  .filter(([, , bits]) => bits < FEWEST_CURVE_BITS)
  .map(([number]) => number)

/** Names a group. */
export function groupName(number: number): string {
  return groups.get(number)?.name ?? `group ${number}`
}
