import type { Suite } from '../raw/suites.ts'
import type { AcceptedSuite } from './suite-probe.ts'

/**
 * Tells whether NIST approves a suite for servers: AES, with Diffie-Hellman of any kind.
 * @see https://doi.org/10.6028/NIST.SP.800-52r2 sections 3.3.1.1 and 3.3.1.2
 */
export function isNist({ keyExchange, cipher }: Suite): boolean {
  return /^AES_/.test(cipher) && /^((EC)?DHE?_(ECDSA|RSA|DSS))?$/.test(keyExchange)
}

/**
 * Tells whether Mozilla's intermediate profile (5.7) has a suite at a version.
 * @see https://wiki.mozilla.org/Security/Server_Side_TLS
 */
export function isMozillaIntermediate({ version, suite }: AcceptedSuite): boolean {
  const isModernCipher = /^(AES_(128|256)_GCM_SHA\d+|CHACHA20_POLY1305_SHA256)$/.test(suite.cipher)
  if (version === 'tls13') return isModernCipher
  return version === 'tls12' && isModernCipher && /^(ECDHE_(ECDSA|RSA)|DHE_RSA)$/.test(suite.keyExchange)
}
