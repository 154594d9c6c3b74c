import { expect, test } from '@playwright/test'
import { strengthOf } from '../../src/tls/certificate.ts'

const strengths = [
  ['rsa', 2048, 'RSASSA-PKCS1-v1_5 with SHA-256', 'strong'],
  ['rsa-pss', 3072, 'RSA-PSS with SHA-512', 'strong'],
  ['ed25519', undefined, 'Ed25519', 'strong'],
  ['ec', 192, 'ECDSA with SHA-256', 'a key of 192 bits (ec)'],
  ['dsa', 1024, 'ECDSA with SHA-256', 'a key of 1024 bits (dsa)'],
  ['ec', 256, 'ECDSA with SHA-1', 'a signature by ECDSA with SHA-1'],
  // MD5 with RSA, which the reader of certificates does not know by name.
  ['rsa', 2048, '1.2.840.113549.1.1.4', 'a signature by 1.2.840.113549.1.1.4'],
] as const
for (const [keyType, keyBits, signatureAlgorithm, strength] of strengths) {
  test(`a key of ${keyBits ?? 'fixed'} bits (${keyType}) signed by ${signatureAlgorithm} is told apart`, () => {
    expect(strengthOf({ keyType, keyBits, signatureAlgorithm })).toBe(strength)
  })
}
