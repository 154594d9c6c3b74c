import { tls } from '../../requirements/tls.ts'
import type { Area } from '../../requirements/types.ts'

/** Rules that a survey of a host judges beside the requirements of the suite; their ids are of the same family. */
const surveyed = {
  'tls.version.no-ssl2': {
    level: 'MUST',
    text: 'SSL 2.0 is refused.',
    source: 'rfc9325#section-3.1.1',
    evidence: 'standard',
  },
  'tls.version.no-ssl3': {
    level: 'MUST',
    text: 'SSL 3.0 is refused.',
    source: 'rfc9325#section-3.1.1',
    evidence: 'standard',
  },
  'tls.version.fallback': {
    level: 'SHOULD',
    text: 'A client that fell back to an older version is turned away.',
    source: 'rfc7507#section-3',
    evidence: 'standard',
  },
  'tls.version.downgrade-mark': {
    level: 'MUST',
    text: 'A host that speaks TLS 1.3 marks an agreement to TLS 1.2.',
    source: 'rfc8446#section-4.1.3',
    evidence: 'standard',
  },
  'tls.cipher.no-export': {
    level: 'MUST',
    text: 'Suites with keys cut short for export are refused.',
    source: 'rfc9325#section-4.1',
    evidence: 'standard',
  },
  'tls.cipher.no-rc4': {
    level: 'MUST',
    text: 'Suites with RC4 are refused.',
    source: 'rfc7465#section-2',
    evidence: 'standard',
  },
  'tls.cipher.no-des': {
    level: 'MUST',
    text: 'Suites with DES, RC2 or IDEA are refused.',
    source: 'rfc5469#section-4',
    evidence: 'standard',
  },
  'tls.cipher.no-triple-des': {
    level: 'MUST',
    text: 'Suites with triple DES, whose blocks have 64 bits, are refused.',
    source: 'nist-sp-800-52r2#section-3.3.1',
    evidence: 'standard',
  },
  'tls.cipher.no-static-dh': {
    level: 'SHOULD',
    text: 'Diffie-Hellman by the keys of certificates is refused.',
    source: 'rfc9325#section-4.1',
    evidence: 'standard',
  },
  'tls.cipher.forward-secrecy': {
    level: 'MUST',
    text: 'Forward secrecy is preferred, even by a client that asks for it last.',
    source: 'rfc9325#section-4.1',
    evidence: 'standard',
  },
  'tls.cipher.nist': {
    level: 'SHOULD',
    text: 'Only suites of NIST SP 800-52r2 are accepted.',
    source: 'nist-sp-800-52r2#section-3.3.1',
    evidence: 'standard',
  },
  'tls.cipher.mozilla': {
    level: 'SHOULD',
    text: "Only versions and suites of Mozilla's intermediate profile are accepted.",
    source: 'mozilla-tls#intermediate',
    evidence: 'standard',
  },
  'tls.key-exchange.dh-size': {
    level: 'MUST',
    text: 'Diffie-Hellman is in a group of 2048 bits at least.',
    source: 'rfc9325#section-4.5',
    evidence: 'standard',
  },
  'tls.key-exchange.curve': {
    level: 'MUST',
    text: 'Curves of less than 224 bits are refused.',
    source: 'rfc9325#section-4.5',
    evidence: 'standard',
  },
  'tls.certificate.ends-in-30-days': {
    level: 'SHOULD',
    text: 'The certificate is valid for 30 days more.',
    source: 'pci-dss-4.0.1#4.2.1',
    evidence: 'inferred',
  },
  'tls.certificate.usage': {
    level: 'MUST',
    text: 'The certificate is one for servers.',
    source: 'rfc5280#section-4.2.1.12',
    evidence: 'standard',
  },
  'tls.certificate.issuers': {
    level: 'MUST',
    text: 'Every authority of the chain is valid now and has a strong key and signature.',
    source: 'rfc9325#section-4.5',
    evidence: 'standard',
  },
  'tls.certificate.staple-good': {
    level: 'MUST',
    text: 'A stapled OCSP answer says good, is of the issuer, and is valid now.',
    source: 'rfc6960#section-3.2',
    evidence: 'standard',
  },
  'tls.certificate.must-staple': {
    level: 'MUST',
    text: 'A certificate that demands a stapled OCSP answer comes with one.',
    source: 'rfc7633#section-4.2.3',
    evidence: 'standard',
  },
  'tls.renegotiation.secure': {
    level: 'MUST',
    text: 'Renegotiation is bound to the connection.',
    source: 'rfc9325#section-3.5',
    evidence: 'standard',
  },
  'tls.renegotiation.by-client': {
    level: 'SHOULD',
    text: 'A client cannot make the host renegotiate.',
    source: 'rfc9325#section-3.5',
    evidence: 'inferred',
  },
  'tls.session.extended-master-secret': {
    level: 'SHOULD',
    text: 'Keys are bound to the whole handshake.',
    source: 'rfc7627#section-5.3',
    evidence: 'standard',
  },
  'tls.session.resumption': {
    level: 'MAY',
    text: 'A session is resumed.',
    source: 'rfc9325#section-3.4',
    evidence: 'standard',
  },
  'tls.compression.none': {
    level: 'MUST',
    text: 'Compression is refused.',
    source: 'rfc9325#section-3.3',
    evidence: 'standard',
  },
  'tls.name.understood': {
    level: 'MUST',
    text: 'A client may name the host that it wants.',
    source: 'rfc9325#section-3.7',
    evidence: 'standard',
  },
  'tls.http.strict-transport': {
    level: 'SHOULD',
    text: 'Clients are told to come by TLS only, for 180 days at least.',
    source: 'rfc6797#section-7.1',
    evidence: 'standard',
  },
  'tls.client.none-refused': {
    level: 'MUST',
    text: 'A client without certificate is refused where one is needed.',
    source: 'rfc8446#section-4.4.2.4',
    evidence: 'standard',
  },
  'tls.client.wrong-refused': {
    level: 'MUST',
    text: 'A client whose certificate nobody vouches for is refused.',
    source: 'rfc8446#section-4.4.2.4',
    evidence: 'standard',
  },
  'tls.client.right-accepted': {
    level: 'MUST',
    text: 'A client with the right certificate is accepted.',
    source: 'rfc8446#section-4.4.2.4',
    evidence: 'standard',
  },
} as const satisfies Area

/** Every rule of a survey: the requirements that the suite tests too, and those that a survey alone can judge. */
export const surveyRules = { ...tls, ...surveyed }

/** The id of a rule. */
export type SurveyRuleId = keyof typeof surveyRules
