import type { MarketId } from '../markets/types.ts'
import type { DeveloperHub } from './hub/developer-hub.ts'

/** A span of virtual time. */
export interface Span {
  readonly days?: number
  readonly hours?: number
  readonly minutes?: number
  readonly seconds?: number
}

/** A registered application with its secret, as the portal shows it once. */
export interface ApplicationCredentials {
  /** `main` and `other` may use every grant, `two-legged` only client credentials. */
  readonly role: 'main' | 'other' | 'two-legged'
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUris: readonly string[]
}

/** A card as its holder knows it. */
export interface HeldCard {
  readonly lastFour: string
  /** Telephone number of the holder with the dialling code, without plus sign. */
  readonly phone: string
}

/** A test customer; the same login works in every market, with that market's data. */
export interface CustomerCredentials {
  readonly username: string
  readonly password: string
  /** The cards that the customer holds in each market, as far as they are known. */
  readonly cards?: Readonly<Partial<Record<MarketId, readonly HeldCard[]>>>
}

/** What a person or a test needs to use the sandbox. */
export interface SandboxCredentials {
  readonly applications: readonly ApplicationCredentials[]
  readonly customers: readonly CustomerCredentials[]
}

/** What is right or wrong about a provider's certificate. */
export type ProviderPurpose = 'good' | 'other-organisation' | 'expired' | 'untrusted' | 'no-roles' | 'seal'

/** A certificate of a payment service provider with its key, both in PEM. */
export interface ProviderCredentials {
  readonly purpose: ProviderPurpose
  readonly certificatePem: string
  readonly keyPem: string
}

/** What can be done to a sandbox from outside of its API; a live target has none of it. */
export interface Control {
  credentials(): Promise<SandboxCredentials>
  /** Certificates with which a payment service provider registers, right and wrong ones. */
  providers(): Promise<readonly ProviderCredentials[]>
  /** The portal, where developers register applications. */
  readonly hub: DeveloperHub
  /** Moves the virtual clock forward. */
  advance(span: Span): Promise<void>
  /** Forgets every code, token, consent and defect, refills the quota and sets the clock back. */
  reset(): Promise<void>
  /** Refills the quota of every application and sets the cap, in calls per minute (60 unless given). */
  setQuota(callsPerMinute?: number): Promise<void>
  /** Switches named defects on, besides those already on. */
  switchOn(defects: readonly string[]): Promise<void>
  /** Withdraws every consent that a customer gave, as the customer does at the bank. */
  withdrawConsents(username: string): Promise<void>
  /** Decides the status of an operation's next answer: one that its document holds, 500 unless given. */
  answerNext(operationId: string, status?: number): Promise<void>
}
