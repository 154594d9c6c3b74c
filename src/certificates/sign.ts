// The library finds its algorithms by injection, which needs this polyfill before its own first line.
import 'reflect-metadata'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  type JsonName,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { newSerialNumber, type KeyKind, type KeyPair } from './keys.ts'
import { type PaymentProvider, readOrganisationId } from './payment-roles.ts'
import { qualifiedStatements, writeStatements } from './qualified.ts'

/** The attribute of a subject that holds its organisation identifier. */
export const organisationIdentifier = '2.5.4.97'

/** What a leaf certificate is to say. */
export interface LeafRequest {
  readonly commonName: string
  readonly dnsNames?: readonly string[]
  readonly ipAddresses?: readonly string[]
  readonly notBefore: Date
  readonly notAfter: Date
  readonly usage: 'server' | 'client'
  /** Whom a qualified certificate names besides; absent for an ordinary one. */
  readonly provider?: PaymentProvider
  /** Default `ec`; `rsa` is slow and only for suites that need it. */
  readonly key?: KeyKind
}

/** Who signs: a common name with its keys. */
export interface Signer {
  readonly commonName: string
  readonly keys: KeyPair
}

/**
 * Signs a certificate authority's own certificate and returns it as PEM.
 * @see https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1
 */
export async function signAuthority(signer: Signer, notBefore: Date, notAfter: Date): Promise<string> {
  const extensions = [
    new BasicConstraintsExtension(true, 0, true),
    new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    await SubjectKeyIdentifierExtension.create(signer.keys.publicKey),
  ]
  return sign({ ...signer, notBefore, notAfter, extensions }, signer)
}

/** Signs a leaf certificate for `keys` and returns it as PEM; a signer with the same keys makes it self-signed. */
export async function signLeaf(request: LeafRequest, keys: KeyPair, signer: Signer): Promise<string> {
  return sign({ ...request, keys, extensions: await leafExtensions(request, keys, signer) }, signer)
}

interface Content {
  readonly commonName: string
  readonly provider?: PaymentProvider | undefined
  readonly keys: KeyPair
  readonly notBefore: Date
  readonly notAfter: Date
  readonly extensions: Extension[]
}

async function sign(content: Content, signer: Signer): Promise<string> {
  const certificate = await X509CertificateGenerator.create({
    serialNumber: newSerialNumber(),
    subject: subjectOf(content),
    issuer: [{ CN: [signer.commonName] }],
    notBefore: content.notBefore,
    notAfter: content.notAfter,
    publicKey: content.keys.publicKey,
    signingKey: signer.keys.privateKey,
    signingAlgorithm: { name: signer.keys.privateKey.algorithm.name, hash: 'SHA-256' },
    extensions: content.extensions,
  })
  return `${certificate.toString('pem')}\n`
}

/** A provider is named by country, name and organisation identifier (ETSI TS 119 495, section 5.3). */
function subjectOf({ commonName, provider }: Content): JsonName {
  if (provider === undefined) return [{ CN: [commonName] }]
  const { organisationId, name } = provider
  const { country = '' } = readOrganisationId(organisationId) ?? {}
  return [
    { C: [country] },
    { O: [name] },
    { [organisationIdentifier]: [organisationId] },
    { CN: [commonName] },
  ]
}

async function leafExtensions(request: LeafRequest, keys: KeyPair, signer: Signer): Promise<Extension[]> {
  const purpose = request.usage === 'server' ? ExtendedKeyUsage.serverAuth : ExtendedKeyUsage.clientAuth
  return [
    new BasicConstraintsExtension(false, undefined, true),
    keyUsages(request),
    new ExtendedKeyUsageExtension([purpose]),
    await SubjectKeyIdentifierExtension.create(keys.publicKey),
    await AuthorityKeyIdentifierExtension.create(signer.keys.publicKey),
    ...alternativeNames(request),
    ...statements(request),
  ]
}

function statements({ provider }: LeafRequest): Extension[] {
  return provider === undefined ? [] : [new Extension(qualifiedStatements, false, writeStatements(provider))]
}

function keyUsages({ key }: LeafRequest): Extension {
  if (key !== 'rsa') return new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true)
  // Static RSA key transport encrypts with the certificate's own key.
  return new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.keyEncipherment, true)
}

function alternativeNames({ dnsNames = [], ipAddresses = [] }: LeafRequest): Extension[] {
  const names = [
    ...dnsNames.map((value) => ({ type: 'dns' as const, value })),
    ...ipAddresses.map((value) => ({ type: 'ip' as const, value })),
  ]
  return names.length === 0 ? [] : [new SubjectAlternativeNameExtension(names)]
}
