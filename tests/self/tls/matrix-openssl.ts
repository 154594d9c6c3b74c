import { smallGroup } from './lab.ts'
import type { MatrixServer } from './matrix.ts'

const good = ['-cipher', 'ECDHE+AESGCM', '-ciphersuites', 'TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384']

/** A server of OpenSSL; later arguments override those of a good one. */
function serving(id: string, breaks: MatrixServer['breaks'], args: readonly string[]): MatrixServer {
  return {
    id,
    needs: 'openssl',
    breaks,
    start: (lab, identities) => lab.openssl(identities.good, [...good, '-no_tls1', '-no_tls1_1', ...args]),
  }
}

/** One with suites that nobody should accept. */
function accepting(id: string, breaks: MatrixServer['breaks'], suites: string): MatrixServer {
  return serving(id, breaks, ['-cipher', `ECDHE+AESGCM:${suites}:@SECLEVEL=0`])
}

const outsideProfiles = ['tls.cipher.nist', 'tls.cipher.mozilla'] as const

/** Servers of OpenSSL's own command: suites and groups. */
export const opensslServers: readonly MatrixServer[] = [
  serving('openssl-good', [], []),
  accepting('null-suites', ['tls.cipher.no-null', ...outsideProfiles], 'ECDHE-RSA-NULL-SHA'),
  accepting(
    'anonymous-suites',
    ['tls.cipher.no-anonymous', 'tls.cipher.no-cbc', ...outsideProfiles],
    'AECDH-AES128-SHA',
  ),
  accepting(
    'static-rsa',
    ['tls.cipher.no-static-rsa', 'tls.cipher.forward-secrecy', ...outsideProfiles],
    'AES128-GCM-SHA256',
  ),
  accepting('cbc-suites', ['tls.cipher.no-cbc', 'tls.cipher.mozilla'], 'ECDHE-RSA-AES128-SHA256'),
  accepting('camellia', ['tls.cipher.no-cbc', ...outsideProfiles], 'ECDHE-RSA-CAMELLIA128-SHA256'),
  accepting('aria', outsideProfiles, 'ECDHE-ARIA128-GCM-SHA256'),
  serving(
    'no-forward-secrecy',
    [
      'tls.cipher.no-static-rsa',
      'tls.cipher.forward-secrecy',
      'tls.cipher.recommended',
      'tls.version.13',
      ...outsideProfiles,
    ],
    ['-no_tls1_3', '-cipher', 'AES128-GCM-SHA256'],
  ),
  {
    id: 'dh-1024',
    needs: 'openssl',
    breaks: ['tls.key-exchange.dh-size'],
    start: (lab, identities) =>
      lab.openssl(identities.good, [
        ...good,
        '-cipher',
        'ECDHE+AESGCM:DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0',
        '-dhparam',
        lab.file('dh.pem', smallGroup()),
      ]),
  },
  serving(
    'weak-curve',
    ['tls.key-exchange.curve'],
    ['-cipher', 'ECDHE+AESGCM:@SECLEVEL=0', '-groups', 'x25519:P-256:P-192'],
  ),
  {
    id: 'tls-10-and-11-besides',
    needs: 'openssl',
    breaks: ['tls.version.no-10', 'tls.version.no-11', 'tls.cipher.no-cbc', 'tls.cipher.mozilla'],
    start: (lab, identities) =>
      lab.openssl(identities.good, [...good, '-cipher', 'ECDHE+AESGCM:ECDHE-RSA-AES128-SHA:@SECLEVEL=0']),
  },
  serving('openssl-renegotiation-by-client', ['tls.renegotiation.by-client'], ['-client_renegotiation']),
]
