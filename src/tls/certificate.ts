import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { TLSSocket } from 'node:tls'
import { readSignatureAlgorithm } from '../certificates/signature.ts'
import { type ErrorCode, SuiteBug, TransportError } from '../errors.ts'
import { openTls, type TlsTarget } from './connection.ts'
import { describeOutcome, type HandshakeFailure } from './outcome.ts'

/** What a server's certificate says, and whether it leads to a trusted root. */
export interface CertificateFacts {
  /** By OpenSSL, which reads the machine's clock: an expired chain is not trusted. */
  readonly chainTrusted: boolean
  /** OpenSSL's code, for example `UNABLE_TO_VERIFY_LEAF_SIGNATURE` for a missing intermediate. */
  readonly chainProblem?: string
  /** Whether subjectAltName names the host; the common name does not count. */
  readonly hostnameMatches: boolean
  readonly subject: string
  readonly issuer: string
  readonly subjectAltName: string
  readonly validFrom: Date
  readonly validTo: Date
  /** Whole days from `now` to the end; negative once it is over. */
  readonly daysLeft: number
  readonly selfSigned: boolean
  /** `rsa`, `ec`, `ed25519` … */
  readonly keyType: string
  /** Undefined for keys of one fixed size. */
  readonly keyBits: number | undefined
  /** For example `ECDSA with SHA-256`. */
  readonly signatureAlgorithm: string
}

/**
 * Reads the certificate that a target presents to a usual client; TransportError when no handshake came about.
 * @see https://www.rfc-editor.org/rfc/rfc9325#section-7.1
 */
export async function inspectCertificate(
  target: TlsTarget,
  options: { readonly now: Date },
): Promise<CertificateFacts> {
  // The name is judged apart from the chain, so that one fault does not hide the other.
  const opened = await openTls(target, { rejectUnauthorized: false, checkServerIdentity: () => undefined })
  if (!(opened instanceof TLSSocket)) throw transportError(target, opened)
  const certificate = opened.getPeerX509Certificate()
  const problem = opened.authorized ? undefined : String(opened.authorizationError)
  opened.destroySoon()
  if (certificate === undefined) throw new SuiteBug('a handshake with a usual suite brought no certificate')
  return {
    ...readTrust(problem),
    ...readIdentity(certificate, target),
    ...readDates(certificate, options.now),
    ...readKey(certificate),
  }
}

/** The key and the signature of a certificate. */
export type KeyFacts = Pick<CertificateFacts, 'keyType' | 'keyBits' | 'signatureAlgorithm'>

/** The fewest bits that a key of each type may have. @see https://www.rfc-editor.org/rfc/rfc9325#section-4.5 */
const fewestBits: Readonly<Record<string, number>> = {
  rsa: 2048,
  'rsa-pss': 2048,
  dsa: 2048,
  ec: 256,
}

/** Says `strong`, or what is weak about the key or the signature of a certificate. */
export function strengthOf(facts: KeyFacts): string {
  return weakKeyOf(facts) ?? weakSignatureOf(facts) ?? 'strong'
}

/** Says what is weak about a key; undefined when nothing is. */
export function weakKeyOf({ keyType, keyBits }: KeyFacts): string | undefined {
  const fewest = fewestBits[keyType] ?? 0
  return (keyBits ?? fewest) < fewest ? `a key of ${String(keyBits)} bits (${keyType})` : undefined
}

/** What is not known to be strong is not: MD5, for one, has a number only. */
function weakSignatureOf({ signatureAlgorithm }: KeyFacts): string | undefined {
  const isStrong = /\bSHA-?(256|384|512)\b|\bSHA3-|^Ed(25519|448|DSA)/i.test(signatureAlgorithm)
  return isStrong ? undefined : `a signature by ${signatureAlgorithm}`
}

function readTrust(problem: string | undefined) {
  return problem === undefined ? { chainTrusted: true } : { chainTrusted: false, chainProblem: problem }
}

/** Tells whether subjectAltName names a host or an address; the common name does not count. */
export function namesHost(certificate: X509Certificate, name: string): boolean {
  const match =
    isIP(name) === 0
      ? certificate.checkHost(name, { subject: 'never', partialWildcards: false })
      : certificate.checkIP(name)
  return match !== undefined
}

function readIdentity(certificate: X509Certificate, { host, servername = host }: TlsTarget) {
  return {
    hostnameMatches: namesHost(certificate, servername),
    subject: certificate.subject,
    issuer: certificate.issuer,
    subjectAltName: certificate.subjectAltName ?? '',
    selfSigned: certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey),
  }
}

function readDates(certificate: X509Certificate, now: Date) {
  const validTo = new Date(certificate.validTo)
  const daysLeft = Math.floor((validTo.getTime() - now.getTime()) / 86_400_000)
  return { validFrom: new Date(certificate.validFrom), validTo, daysLeft }
}

/** Reads the key and the signature of a certificate. */
export function readKey(certificate: X509Certificate): KeyFacts {
  return {
    keyType: certificate.publicKey.asymmetricKeyType ?? 'unknown',
    keyBits: readKeyBits(certificate),
    signatureAlgorithm: readSignatureAlgorithm(certificate.raw),
  }
}

/** Node tells the bits of a curve in one place, those of DSA in another, and those of RSA in both. */
function readKeyBits(certificate: X509Certificate): number | undefined {
  const { bits } = certificate.toLegacyObject() as { bits?: number }
  return bits ?? certificate.publicKey.asymmetricKeyDetails?.modulusLength
}

function transportError({ host, port }: TlsTarget, failure: HandshakeFailure): TransportError {
  return new TransportError(errorCode(failure), `${host}:${String(port)} ${describeOutcome(failure)}`, {
    fix: 'check the address, and that the port speaks TLS 1.2 or later',
  })
}

function errorCode(failure: HandshakeFailure): ErrorCode {
  switch (failure.kind) {
    case 'unreachable':
      return ['ENOTFOUND', 'EAI_AGAIN'].includes(failure.reason) ? 'host-not-found' : 'port-closed'
    case 'timed-out':
      return 'timed-out'
    case 'closed-by-peer':
      return 'connection-cut'
    case 'refused-by-peer':
    case 'failed-locally':
      return 'tls-failed'
  }
}
