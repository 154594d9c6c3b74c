import { constants } from 'node:crypto'
import type { Wish } from './forge.ts'
import { forge } from './forge.ts'
import type { MatrixServer } from './matrix.ts'
import type { StapleWish } from './staple.ts'

const end = 'tls.certificate.ends-in-30-days'

/** A server of Node whose certificate or stapled answer differs in one thing. */
function presenting(
  id: string,
  breaks: MatrixServer['breaks'],
  ...wish: readonly [Partial<Wish>?, (StapleWish | 'none')?]
): MatrixServer {
  return {
    id,
    breaks,
    // At its own security level OpenSSL would not even load a weak certificate.
    start: async (lab, { issue }) => lab.node(await issue(...wish), { ciphers: `${suites}:@SECLEVEL=0` }),
  }
}

const suites = 'TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:ECDHE+AESGCM'

/** Servers of Node: certificates, versions, renegotiation, HSTS. */
export const nodeServers: readonly MatrixServer[] = [
  { id: 'node-good', breaks: [], start: (lab, { good }) => lab.node(good) },
  presenting('good-at-level-0', []),
  presenting('good-ec-key', [], { key: 'ec' }),
  presenting('expired', ['tls.certificate.validity', end], { to: -2 }),
  presenting('not-yet-valid', ['tls.certificate.validity'], { from: 2 }),
  presenting('ends-in-10-days', [end], { to: 10 }),
  presenting('wrong-name', ['tls.certificate.hostname'], { dnsNames: ['elsewhere.example'] }),
  presenting('rsa-1024-key', ['tls.certificate.strength'], { key: 'rsa-1024' }),
  {
    id: 'sha-1-signature',
    breaks: ['tls.certificate.strength'],
    start: async (lab, { issue, root }) => {
      // A key of RSA is bound to its hash, one of a curve is not.
      const issuer = await forge({ name: 'Curve Between', authority: true, issuer: root })
      return lab.node(await issue({ issuer, hash: 'SHA-1' }), { ciphers: `${suites}:@SECLEVEL=0` })
    },
  },
  presenting('client-certificate-served', ['tls.certificate.usage', 'tls.certificate.chain'], {
    usage: 'client',
  }),
  presenting('no-stapling', ['tls.certificate.revocation'], {}, 'none'),
  presenting(
    'must-staple-ignored',
    ['tls.certificate.revocation', 'tls.certificate.must-staple'],
    { mustStaple: true },
    'none',
  ),
  presenting('must-staple-kept', [], { mustStaple: true }),
  presenting('staple-revoked', ['tls.certificate.staple-good'], {}, { revoked: true }),
  presenting('staple-stale', ['tls.certificate.staple-good'], {}, { to: -1 }),
  {
    id: 'staple-of-a-stranger',
    breaks: ['tls.certificate.staple-good'],
    start: async (lab, { issue, root }) => lab.node(await issue({}, { signer: root })),
  },
  {
    id: 'self-signed',
    breaks: ['tls.certificate.chain', 'tls.certificate.revocation'],
    start: async (lab) => {
      const forged = await forge({ name: 'localhost', key: 'rsa' })
      return lab.node({ forged, chain: forged.pem })
    },
  },
  {
    id: 'foreign-authority',
    breaks: ['tls.certificate.chain'],
    start: async (lab, { issue }) => {
      const issuer = await forge({ name: 'Foreign Root', authority: true, key: 'rsa' })
      const { forged, staple } = await issue({ issuer })
      return lab.node({ forged, staple, chain: forged.pem + issuer.pem })
    },
  },
  {
    id: 'missing-intermediate',
    breaks: ['tls.certificate.chain', 'tls.certificate.revocation'],
    start: (lab, { good }) => lab.node({ ...good, chain: good.forged.pem, staple: undefined }),
  },
  {
    id: 'weak-intermediate',
    breaks: ['tls.certificate.issuers'],
    start: async (lab, { issue, root }) => {
      const issuer = await forge({ name: 'Weak Between', authority: true, key: 'rsa-1024', issuer: root })
      return lab.node(await issue({ issuer }), { ciphers: `${suites}:@SECLEVEL=0` })
    },
  },
  {
    id: 'expired-intermediate',
    breaks: ['tls.certificate.issuers'],
    start: async (lab, { issue, root }) => {
      const issuer = await forge({ name: 'Old Between', authority: true, key: 'rsa', issuer: root, to: -3 })
      return lab.node(await issue({ issuer }))
    },
  },
  {
    id: 'tls-10-only',
    breaks: [
      'tls.version.no-10',
      'tls.version.12',
      'tls.version.13',
      'tls.cipher.no-cbc',
      'tls.cipher.recommended',
      'tls.cipher.mozilla',
    ],
    start: (lab, { good }) =>
      lab.node(good, { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'ECDHE+AES:@SECLEVEL=0' }),
  },
  {
    id: 'tls-11-besides',
    breaks: ['tls.version.no-11', 'tls.cipher.no-cbc', 'tls.cipher.mozilla'],
    start: (lab, { good }) =>
      lab.node(good, { minVersion: 'TLSv1.1', ciphers: `${suites}:ECDHE-RSA-AES128-SHA:@SECLEVEL=0` }),
  },
  {
    id: 'tls-12-only',
    breaks: ['tls.version.13'],
    start: (lab, { good }) => lab.node(good, { maxVersion: 'TLSv1.2' }),
  },
  {
    id: 'tls-13-only',
    breaks: ['tls.version.12', 'tls.cipher.recommended'],
    start: (lab, { good }) => lab.node(good, { minVersion: 'TLSv1.3' }),
  },
  {
    id: 'renegotiation-by-client',
    breaks: ['tls.renegotiation.by-client'],
    start: (lab, { good }) => lab.node(good, { secureOptions: 0 }),
  },
  { id: 'no-hsts', breaks: ['tls.http.strict-transport'], start: (lab, { good }) => lab.node(good, {}, '') },
  {
    id: 'short-hsts',
    breaks: ['tls.http.strict-transport'],
    start: (lab, { good }) => lab.node(good, {}, 'max-age=300'),
  },
  {
    id: 'chacha20',
    breaks: ['tls.cipher.nist'],
    start: (lab, { good }) =>
      lab.node(good, { ciphers: `${suites}:TLS_CHACHA20_POLY1305_SHA256:ECDHE+CHACHA20` }),
  },
  {
    id: 'no-tickets-no-cache',
    breaks: ['tls.session.resumption', 'tls.version.13'],
    start: (lab, { good }) =>
      lab.node(good, {
        maxVersion: 'TLSv1.2',
        secureOptions: constants.SSL_OP_NO_RENEGOTIATION | constants.SSL_OP_NO_TICKET,
      }),
  },
  {
    id: 'plain-http-served',
    breaks: ['tls.plain.refused'],
    start: async (lab, { good }) => {
      const [secure, plain] = [await lab.node(good), await lab.http()]
      return lab.choose((first) => (first[0] === 22 ? secure : plain))
    },
  },
]
