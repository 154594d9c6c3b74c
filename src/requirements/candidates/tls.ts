import { bindsTheClient, cannotBeSpoken, notPromised, sumOfOthers } from './reasons.ts'
import type { Fates } from './types.ts'

/** Candidates about the connection. */
export const tls = {
  'tls.version.no-10': { becomes: 'tls.version.no-10' },
  'tls.version.no-11': { becomes: 'tls.version.no-11' },
  'tls.version.no-ssl3': { aside: cannotBeSpoken },
  'tls.version.12': { becomes: 'tls.version.12' },
  'tls.version.13': { becomes: 'tls.version.13' },
  'tls.version.alert': {
    aside:
      'A probe counts as refused only when an alert says so; silence is told as unclear, never as a pass.',
  },
  'tls.version.no-fallback': { aside: cannotBeSpoken },
  'tls.cipher.no-null-export': { becomes: 'tls.cipher.no-null' },
  'tls.cipher.no-3des': { aside: cannotBeSpoken },
  'tls.cipher.no-static-rsa': { becomes: 'tls.cipher.no-static-rsa' },
  'tls.cipher.no-cbc': { becomes: 'tls.cipher.no-cbc' },
  'tls.cipher.recommended': { becomes: 'tls.cipher.recommended' },
  'tls.cipher.only-recommended': { becomes: 'tls.cipher.no-cbc' },
  'tls.key.dh-size': {
    aside:
      'Groups of finite fields are not among the recommended suites; a server without them has no size to show.',
  },
  'tls.cert.chain': { becomes: 'tls.certificate.chain' },
  'tls.cert.hostname': { becomes: 'tls.certificate.hostname' },
  'tls.cert.validity': { becomes: 'tls.certificate.validity' },
  'tls.cert.key-and-signature': { becomes: 'tls.certificate.strength' },
  'tls.cert.revocation': { becomes: 'tls.certificate.revocation' },
  'tls.compression-off': { aside: cannotBeSpoken },
  'tls.renegotiation': { aside: cannotBeSpoken },
  'tls.extended-master-secret': { aside: cannotBeSpoken },
  'tls.sni': {
    aside: 'What a wrong name brings is decided by the front end of the whole bank, not by this API.',
  },
  'tls.early-data': { aside: cannotBeSpoken },
  'tls.consistent-hosts': { aside: 'A target has one host; a run against each of several compares them.' },
  'tls.repeatable': {
    aside: 'It is how the probe works: a verdict needs three tries that agree, or it is unclear.',
  },
  'tls.mtls.required': { becomes: 'registration.certificate.required' },
  'tls.mtls.wrong-cert': { becomes: 'registration.certificate.untrusted' },
  'tls.mtls.bound-token': { aside: notPromised },
  'tls.mtls.client-sends-chain': { aside: bindsTheClient },
  'tls.client.rejects-self-signed': { aside: bindsTheClient },
  'tls.client.rejects-wrong-host': { aside: bindsTheClient },
  'tls.client.rejects-expired': { aside: bindsTheClient },
  'tls.client.rejects-old-version': { aside: bindsTheClient },
  'tls.client.rejects-weak-cipher': { aside: bindsTheClient },
  'tls.client.no-plain-fallback': { aside: bindsTheClient },
  'tls.policy.pci': { aside: sumOfOthers },
  'tls.policy.nist': { aside: sumOfOthers },
  'tls.policy.mozilla-intermediate': { aside: sumOfOthers },
} as const satisfies Fates
