import type { Area } from './types.ts'

/** Transport security. */
export const tls = {
  'tls.version.no-10': {
    level: 'MUST',
    text: 'TLS 1.0 is refused.',
    source: 'seed-001#tls',
    evidence: 'documented',
  },
  'tls.version.no-11': {
    level: 'MUST',
    text: 'TLS 1.1 is refused.',
    source: 'seed-001#tls',
    evidence: 'documented',
  },
  'tls.version.12': {
    level: 'MUST',
    text: 'TLS 1.2 is offered.',
    source: 'seed-001#tls',
    evidence: 'documented',
  },
  'tls.version.13': {
    level: 'SHOULD',
    text: 'TLS 1.3 is offered.',
    source: 'rfc9325#section-3.1.1',
    evidence: 'standard',
  },
  'tls.cipher.no-anonymous': {
    level: 'MUST',
    text: 'Suites without server authentication are refused.',
    source: 'rfc9325#section-4.1',
    evidence: 'standard',
  },
  'tls.cipher.no-null': {
    level: 'MUST',
    text: 'Suites without encryption are refused.',
    source: 'rfc9325#section-4.1',
    evidence: 'standard',
  },
  'tls.cipher.no-static-rsa': {
    level: 'SHOULD',
    text: 'Key transport without forward secrecy is refused.',
    source: 'rfc9325#section-4.1',
    evidence: 'standard',
  },
  'tls.cipher.no-cbc': {
    level: 'SHOULD',
    text: 'Suites with a block cipher in CBC mode are refused.',
    source: 'rfc9325#section-4.2',
    evidence: 'standard',
  },
  'tls.cipher.recommended': {
    level: 'MUST',
    text: 'A recommended ECDHE suite works at TLS 1.2.',
    source: 'rfc9325#section-4.2',
    evidence: 'standard',
  },
  'tls.certificate.chain': {
    level: 'MUST',
    text: "The certificate chain leads to a trusted root, or is the sandbox's own where the target says sandbox.",
    source: 'seed-001#certificates',
    evidence: 'documented',
  },
  'tls.certificate.hostname': {
    level: 'MUST',
    text: 'The certificate names the host.',
    source: 'rfc9325#section-7.1',
    evidence: 'standard',
  },
  'tls.certificate.validity': {
    level: 'MUST',
    text: 'The certificate is valid now.',
    source: 'pci-dss-4.0.1#4.2.1',
    evidence: 'standard',
  },
  'tls.certificate.strength': {
    level: 'MUST',
    text: 'The certificate has an RSA key of 2048 or an EC key of 256 bits at least, and a signature with SHA-256 or better.',
    source: 'rfc9325#section-4.5',
    evidence: 'standard',
  },
  'tls.certificate.ends-later': {
    level: 'SHOULD',
    text: 'The certificate is valid for 14 days more.',
    source: 'pci-dss-4.0.1#4.2.1',
    evidence: 'inferred',
  },
  'tls.plain.refused': {
    level: 'MUST',
    text: 'Plain HTTP on the port of the API is refused.',
    source: 'rfc6749#section-3.2',
    evidence: 'standard',
  },
  'tls.certificate.revocation': {
    level: 'SHOULD',
    text: 'A stapled OCSP answer is sent.',
    source: 'rfc9325#section-7.5',
    evidence: 'standard',
    excluded:
      'The embedded sandbox and private authorities have no OCSP responder; the survey of live hosts covers it.',
  },
} as const satisfies Area
