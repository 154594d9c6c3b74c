// The library finds its algorithms by injection, which needs this polyfill before its own first line.
import 'reflect-metadata'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'
import {
  exportPrivateKey,
  generateKeys,
  newSerialNumber,
  type KeyKind,
  type KeyPair,
} from '../../../src/certificates/keys.ts'

/** A certificate with its keys, made for a test, with whatever fault was asked for. */
export interface Forged {
  readonly name: string
  readonly keys: KeyPair
  readonly certificate: X509Certificate
  readonly pem: string
  readonly keyPem: string
  /** Who signed it; undefined when it signed itself. */
  readonly issuer: Forged | undefined
}

/** What to forge; everything that is left out is as it should be. */
export interface Wish {
  readonly name: string
  readonly issuer?: Forged
  readonly authority?: boolean
  readonly key?: KeyKind
  readonly hash?: 'SHA-1' | 'SHA-256'
  /** Days from now. */
  readonly from?: number
  readonly to?: number
  readonly dnsNames?: readonly string[]
  readonly usage?: 'server' | 'client'
  readonly mustStaple?: boolean
}

/** The moment of which the lab's certificates are made. */
export const now = new Date()
const DAY_MS = 86_400_000

/** A moment so many days from now. */
export function inDays(days: number): Date {
  return new Date(now.getTime() + days * DAY_MS)
}

/** Makes a certificate. */
export async function forge(wish: Wish): Promise<Forged> {
  const keys = await generateKeys(wish.key ?? 'ec')
  const signer = wish.issuer?.keys ?? keys
  const certificate = await X509CertificateGenerator.create({
    serialNumber: newSerialNumber(),
    subject: `CN=${wish.name}`,
    issuer: `CN=${wish.issuer?.name ?? wish.name}`,
    notBefore: inDays(wish.from ?? -40),
    notAfter: inDays(wish.to ?? 90),
    publicKey: keys.publicKey,
    signingKey: signer.privateKey,
    signingAlgorithm: { name: signer.privateKey.algorithm.name, hash: wish.hash ?? 'SHA-256' },
    extensions: await extensionsOf(wish, keys, signer),
  })
  const pem = `${certificate.toString('pem')}\n`
  return {
    name: wish.name,
    keys,
    certificate,
    pem,
    keyPem: await exportPrivateKey(keys),
    issuer: wish.issuer,
  }
}

async function extensionsOf(wish: Wish, keys: KeyPair, signer: KeyPair): Promise<Extension[]> {
  const common = [
    await SubjectKeyIdentifierExtension.create(keys.publicKey),
    await AuthorityKeyIdentifierExtension.create(signer.publicKey),
  ]
  if (wish.authority === true) {
    return [
      new BasicConstraintsExtension(true, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.digitalSignature, true),
      ...common,
    ]
  }
  const purpose = wish.usage === 'client' ? ExtendedKeyUsage.clientAuth : ExtendedKeyUsage.serverAuth
  const names = (wish.dnsNames ?? ['localhost']).map((value) => ({ type: 'dns', value }) as const)
  return [
    new BasicConstraintsExtension(false, undefined, true),
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.keyEncipherment, true),
    new ExtendedKeyUsageExtension([purpose]),
    ...(names.length === 0 ? [] : [new SubjectAlternativeNameExtension(names)]),
    ...common,
    // status_request, as a list of one number (RFC 7633).
    ...(wish.mustStaple === true
      ? [new Extension('1.3.6.1.5.5.7.1.24', false, Buffer.from('3003020105', 'hex'))]
      : []),
  ]
}

/** Everything from a certificate up to but without its root, in PEM. */
export function chainPem(forged: Forged): string {
  return forged.issuer === undefined ? '' : forged.pem + chainPem(forged.issuer)
}
