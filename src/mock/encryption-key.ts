import { constants, generateKeyPairSync, type KeyObject, privateDecrypt } from 'node:crypto'

/** A public key as the bank writes it, in one base or another. */
export interface PublicNumbers {
  readonly modulus: bigint
  readonly exponent: bigint
}

let pair: { readonly publicKey: KeyObject; readonly privateKey: KeyObject } | undefined

/** The key pair of this process; made on first use, since most runs need none. */
function keyPair(): NonNullable<typeof pair> {
  pair ??= generateKeyPairSync('rsa', { modulusLength: 2048 })
  return pair
}

/** Returns the numbers of the bank's public key. */
export function publicNumbers(): PublicNumbers {
  const { n = '', e = '' } = keyPair().publicKey.export({ format: 'jwk' })
  return { modulus: toNumber(n), exponent: toNumber(e) }
}

function toNumber(base64url: string): bigint {
  return BigInt(`0x${Buffer.from(base64url, 'base64url').toString('hex')}`)
}

/** Reads what was encrypted under the bank's key, in hexadecimal digits; undefined when it was not. */
export function decryptHex(text: string): string | undefined {
  if (!/^[0-9a-f]{512}$/i.test(text)) return undefined
  try {
    const key = { key: keyPair().privateKey, padding: constants.RSA_NO_PADDING }
    return withoutPadding(privateDecrypt(key, Buffer.from(text, 'hex')))
  } catch {
    return undefined
  }
}

/** Node no longer takes this padding off by itself. @see https://www.rfc-editor.org/rfc/rfc8017#section-7.2.2 */
function withoutPadding(block: Buffer): string | undefined {
  const end = block.indexOf(0, 2)
  const isPadded = block[0] === 0 && block[1] === 2 && end >= 10
  return isPadded ? block.subarray(end + 1).toString('utf8') : undefined
}

/** Reads a secret that is sent as it is or encrypted. */
export function readSecret(text: string): string {
  return decryptHex(text) ?? text
}
