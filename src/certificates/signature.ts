// The library finds its algorithms by injection, which needs this polyfill before its own first line.
import 'reflect-metadata'
import { X509Certificate } from '@peculiar/x509'

/** Reads how a certificate in DER is signed, for example `ECDSA with SHA-256`; Node tells it from release 24 on only. */
export function readSignatureAlgorithm(der: Uint8Array): string {
  const { name, hash } = new X509Certificate(Uint8Array.from(der)).signatureAlgorithm as SignatureAlgorithm
  return hash === undefined ? name : `${name} with ${hash.name}`
}

/** Some algorithms, such as Ed25519, fix their hash and name none. */
interface SignatureAlgorithm {
  readonly name: string
  readonly hash?: { readonly name: string }
}
