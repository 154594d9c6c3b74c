import type { ClientCertificate } from '../http/client.ts'
import type { ProviderPurpose } from '../mock/control.ts'
import { PaymentProvider } from '../oauth/payment-provider.ts'
import { readTrust } from '../oauth/trust.ts'
import { notObserved } from './not-observed.ts'
import type { Target } from './target.ts'

/** The payment service providers that a target knows: a sandbox names right and wrong ones, the settings one. */
export class Providers {
  readonly #target: Target
  #known: Promise<ReadonlyMap<ProviderPurpose, PaymentProvider>> | undefined

  constructor(target: Target) {
    this.#target = target
  }

  /** Returns the provider whose certificate is right or wrong in that way. */
  async of(purpose: ProviderPurpose): Promise<PaymentProvider> {
    const provider = (await (this.#known ??= this.#read())).get(purpose)
    if (provider !== undefined) return provider
    return notObserved(
      purpose === 'good'
        ? 'no certificate of a payment service provider is known: set CITI_CLIENT_CERT and CITI_CLIENT_KEY'
        : `no certificate of the kind "${purpose}" is known: the target offers no control plane`,
    )
  }

  async #read(): Promise<ReadonlyMap<ProviderPurpose, PaymentProvider>> {
    const { control, settings } = this.#target
    const own = readTrust(settings).clientCertificate
    const given = (await control?.providers()) ?? []
    return new Map([
      ...(own === undefined ? [] : [entry('good', own)]),
      ...given.map(({ purpose, certificatePem, keyPem }) =>
        entry(purpose, { cert: certificatePem, key: keyPem }),
      ),
    ])
  }
}

function entry(
  purpose: ProviderPurpose,
  certificate: ClientCertificate,
): readonly [ProviderPurpose, PaymentProvider] {
  return [purpose, new PaymentProvider(certificate)]
}
