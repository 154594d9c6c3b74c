import type { SecureVersion } from 'node:tls'

/** What a probe offers a server: a range of versions and the suites to choose from. */
export interface Offer {
  readonly versions: { readonly min: SecureVersion; readonly max: SecureVersion }
  /**
   * Always at security level 0: at its own default OpenSSL would refuse the handshake itself,
   * and an insecure server would look like one that refuses.
   */
  readonly ciphers: string
}

const upTo12 = { min: 'TLSv1', max: 'TLSv1.2' } as const

/** Everything that authenticates and encrypts; Node wants the suites of TLS 1.3 by name. */
const usual =
  'TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:ALL:!aNULL:!eNULL:!PSK:!SRP:@SECLEVEL=0'

/** The widest offer: a server that turns this down as well has no policy, it has a fault. */
export const open: Offer = { versions: { min: 'TLSv1', max: 'TLSv1.3' }, ciphers: usual }

/**
 * The offers that the suite judges, weak and strong.
 * @see https://www.rfc-editor.org/rfc/rfc8996
 * @see https://www.rfc-editor.org/rfc/rfc9325#section-4.1
 */
export const offers = {
  /** @see https://www.rfc-editor.org/rfc/rfc8996#section-4 */
  tls10: { versions: { min: 'TLSv1', max: 'TLSv1' }, ciphers: usual },
  /** @see https://www.rfc-editor.org/rfc/rfc8996#section-5 */
  tls11: { versions: { min: 'TLSv1.1', max: 'TLSv1.1' }, ciphers: usual },
  /** @see https://www.rfc-editor.org/rfc/rfc9325#section-3.1.1 */
  tls12: { versions: { min: 'TLSv1.2', max: 'TLSv1.2' }, ciphers: usual },
  /** @see https://www.rfc-editor.org/rfc/rfc8446 */
  tls13: { versions: { min: 'TLSv1.3', max: 'TLSv1.3' }, ciphers: usual },
  /** No server authentication. */
  anonymous: { versions: upTo12, ciphers: 'aNULL:@SECLEVEL=0' },
  /** No encryption. */
  null: { versions: upTo12, ciphers: 'eNULL:@SECLEVEL=0' },
  /** No forward secrecy. */
  'static-rsa': { versions: upTo12, ciphers: 'kRSA:!eNULL:@SECLEVEL=0' },
  /** A separate MAC means a block cipher in CBC mode, once RC4 and NULL are out. */
  'cbc-only': {
    versions: upTo12,
    ciphers: 'SHA1:SHA256:SHA384:!RC4:!aNULL:!eNULL:!PSK:!SRP:@SECLEVEL=0',
  },
  /** Blocks of 64 bits. */
  'triple-des': { versions: upTo12, ciphers: '3DES:@SECLEVEL=0' },
  /** @see https://www.rfc-editor.org/rfc/rfc7465 */
  rc4: { versions: upTo12, ciphers: 'RC4:@SECLEVEL=0' },
  /** @see https://www.rfc-editor.org/rfc/rfc9325#section-4.2 */
  recommended: {
    versions: { min: 'TLSv1.2', max: 'TLSv1.2' },
    ciphers: [
      'ECDHE-ECDSA-AES128-GCM-SHA256',
      'ECDHE-ECDSA-AES256-GCM-SHA384',
      'ECDHE-RSA-AES128-GCM-SHA256',
      'ECDHE-RSA-AES256-GCM-SHA384:@SECLEVEL=0',
    ].join(':'),
  },
} as const satisfies Record<string, Offer>

/** The id of an offer. */
export type OfferId = keyof typeof offers
