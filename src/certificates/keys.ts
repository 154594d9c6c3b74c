import { webcrypto } from 'node:crypto'

/** A key pair as the Web Cryptography API holds it. */
export type KeyPair = webcrypto.CryptoKeyPair

/** The kinds of key that the suite makes: EC P-256, RSA 2048 for suites older than EC, and RSA 1024 as a fault. */
export type KeyKind = 'ec' | 'rsa' | 'rsa-1024'

const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
} as const

const algorithms = {
  ec: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  rsa: { ...rsa, modulusLength: 2048 },
  'rsa-1024': { ...rsa, modulusLength: 1024 },
} as const

/** Generates a key pair; RSA takes a tenth of a second and more, EC next to nothing. */
export async function generateKeys(kind: KeyKind): Promise<KeyPair> {
  return webcrypto.subtle.generateKey(algorithms[kind], true, ['sign', 'verify'])
}

/** Returns a private key as PKCS #8 in PEM. */
export async function exportPrivateKey(keys: KeyPair): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n')
}

/**
 * Returns 16 random bytes in hexadecimal, positive as a certificate's serial number must be.
 * @see https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.2
 */
export function newSerialNumber(): string {
  const bytes = webcrypto.getRandomValues(Buffer.alloc(16))
  bytes.writeUInt8((bytes.readUInt8(0) & 0x3f) | 0x40, 0)
  return bytes.toString('hex')
}
