import { constants, createPublicKey, publicEncrypt } from 'node:crypto'

/** A public key as the bank hands it out: its numbers as text, in one base. */
export interface KeyNumbers {
  readonly modulus: string
  readonly exponent: string
  readonly base: 10 | 16
}

/** Encrypts a secret under a key of the bank, in hexadecimal digits. @see https://www.rfc-editor.org/rfc/rfc8017#section-7.2.1 */
export function encryptHex(secret: string, { modulus, exponent, base }: KeyNumbers): string {
  const key = createPublicKey({
    format: 'jwk',
    key: { kty: 'RSA', n: base64urlOf(modulus, base), e: base64urlOf(exponent, base) },
  })
  return publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(secret)).toString('hex')
}

function base64urlOf(digits: string, base: KeyNumbers['base']): string {
  const hex = BigInt(base === 16 ? `0x${digits}` : digits).toString(16)
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString('base64url')
}
