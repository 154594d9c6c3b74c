import {
  type Authority,
  createAuthority,
  type IssuedCertificate,
  type LeafRequest,
} from '../../certificates/authority.ts'
import type { PaymentProvider } from '../../certificates/payment-roles.ts'
import { isIssuedBy } from '../../certificates/read.ts'
import type { ProviderCredentials, ProviderPurpose } from '../control.ts'

const day = 86_400_000

const provider: PaymentProvider = {
  organisationId: 'PSDGB-FCA-765112',
  name: 'Example Household Budget Ltd',
  roles: ['PSP_AI', 'PSP_PI'],
}
const otherProvider: PaymentProvider = {
  organisationId: 'PSDPL-PFSA-5261040',
  name: 'Example Platnosci Sp. z o.o.',
  roles: ['PSP_AI', 'PSP_PI', 'PSP_IC'],
}

/** Knows whom the bank trusts to name payment service providers, and hands out certificates to test with. */
export class ProviderTrust {
  readonly #authority: () => Promise<Authority>
  readonly #startAt: number
  #credentials: Promise<readonly ProviderCredentials[]> | undefined

  /** Certificates are valid around the moment given; without an authority the bank trusts one of its own. */
  constructor(startAt: Date, authority?: Authority) {
    this.#startAt = startAt.getTime()
    let own: Promise<Authority> | undefined
    this.#authority = () =>
      (own ??=
        authority === undefined
          ? createAuthority({ commonName: 'Reference sandbox CA', now: startAt })
          : Promise.resolve(authority))
  }

  /** Tells whether a certificate in DER comes from the trusted authority. */
  async trusts(certificate: Uint8Array): Promise<boolean> {
    return isIssuedBy(certificate, (await this.#authority()).certificatePem)
  }

  /** Returns a certificate for each purpose, made on first use. */
  credentials(): Promise<readonly ProviderCredentials[]> {
    return (this.#credentials ??= this.#issueAll())
  }

  async #issueAll(): Promise<readonly ProviderCredentials[]> {
    const authority = await this.#authority()
    const stranger = await createAuthority({ commonName: 'Another CA', now: new Date(this.#startAt) })
    const issued: Record<ProviderPurpose, Promise<IssuedCertificate>> = {
      good: authority.issue(this.#request({ provider, key: 'rsa' })),
      'other-organisation': authority.issue(this.#request({ provider: otherProvider, key: 'rsa' })),
      expired: authority.issue(this.#request({ provider, notAfter: new Date(this.#startAt - day) })),
      untrusted: stranger.issue(this.#request({ provider })),
      seal: authority.issue(this.#request({ provider: { ...provider, purpose: 'seal' } })),
      'no-roles': authority.issue(this.#request({ provider: { ...provider, roles: [] } })),
    }
    return Promise.all(
      (Object.keys(issued) as ProviderPurpose[]).map(async (purpose) => {
        const { certificatePem, keyPem } = await issued[purpose]
        return { purpose, certificatePem, keyPem }
      }),
    )
  }

  #request(change: Partial<LeafRequest>): LeafRequest {
    return {
      commonName: 'tpp.example',
      notBefore: new Date(this.#startAt - 60 * day),
      notAfter: new Date(this.#startAt + 365 * day),
      usage: 'client',
      ...change,
    }
  }
}
