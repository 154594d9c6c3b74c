import { exportPrivateKey, generateKeys } from './keys.ts'
import { signAuthority, signLeaf, type LeafRequest } from './sign.ts'

export type { LeafRequest } from './sign.ts'

/** A certificate with its private key, all in PEM; the chain starts with the certificate itself. */
export interface IssuedCertificate {
  readonly certificatePem: string
  readonly keyPem: string
  readonly chainPem: string
}

/** A certificate authority that lives in memory only. */
export interface Authority {
  /** The root to trust, for example as `ca` of a TLS connection. */
  readonly certificatePem: string
  readonly issue: (request: LeafRequest) => Promise<IssuedCertificate>
}

const DAY_MS = 86_400_000

/** Creates a certificate authority with an EC P-256 key, valid from a day before `now` for ten years. */
export async function createAuthority(options: { commonName: string; now: Date }): Promise<Authority> {
  const signer = { commonName: options.commonName, keys: await generateKeys('ec') }
  const start = options.now.getTime()
  const root = await signAuthority(signer, new Date(start - DAY_MS), new Date(start + 3650 * DAY_MS))
  return {
    certificatePem: root,
    issue: async (request) => {
      const keys = await generateKeys(request.key ?? 'ec')
      const certificatePem = await signLeaf(request, keys, signer)
      return { certificatePem, keyPem: await exportPrivateKey(keys), chainPem: certificatePem + root }
    },
  }
}

/** Issues a certificate that nobody but itself vouches for. */
export async function issueSelfSigned(request: LeafRequest): Promise<IssuedCertificate> {
  const keys = await generateKeys(request.key ?? 'ec')
  const certificatePem = await signLeaf(request, keys, { commonName: request.commonName, keys })
  return { certificatePem, keyPem: await exportPrivateKey(keys), chainPem: certificatePem }
}
