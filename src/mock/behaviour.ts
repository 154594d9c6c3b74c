import type { SecureVersion } from 'node:tls'
import type { Operation } from '../contract/types.ts'
import type { Answer } from './answer.ts'
import type { Guard } from './guards.ts'

/** What a rewrite may look at: the request as it came and the operation it belongs to, if any. */
export interface RewriteContext {
  readonly operation: Operation | undefined
  readonly method: string
  readonly path: string
  readonly requestHeaders: Readonly<Record<string, string | undefined>>
  readonly requestBody: string | undefined
  readonly now: Date
}

/** Changes an answer just before it is sent. */
export type Rewrite = (answer: Answer, context: RewriteContext) => Answer

/** What a weak TLS endpoint offers besides, or instead. */
export interface TransportWeakness {
  readonly minVersion?: SecureVersion
  readonly maxVersion?: SecureVersion
  readonly ciphers?: string
  readonly dhparam?: 'auto'
  /** A certificate with a fault, or with an RSA key. */
  readonly certificate?: 'expired' | 'ending' | 'other-host' | 'foreign' | 'rsa' | 'weak'
  /** Whether the port answers plain HTTP. */
  readonly plainHttp?: boolean
}

/** How the sandbox behaves: honest until a defect changes it. */
export class Behaviour {
  /** Lifetimes that the sandbox keeps, in seconds; what it declares are rewrites. */
  lifetimes = {
    codeSeconds: 120,
    accessTokenSeconds: 1800,
    refreshTokenSeconds: 2_592_000,
    cardAccessTokenSeconds: 2_678_400,
    cardRefreshTokenSeconds: 2_682_000,
    refreshedCardRefreshTokenSeconds: 32_140_800,
  }
  /** How the TLS endpoint differs from an honest one. */
  transport: TransportWeakness = {}
  readonly rewrites: Rewrite[] = []
  readonly #off = new Set<Guard>()

  /** Tells whether a rule is kept. Every refusal of the sandbox asks this first. */
  enforces(guard: Guard): boolean {
    return !this.#off.has(guard)
  }

  /** Stops keeping a rule. */
  drop(guard: Guard): void {
    this.#off.add(guard)
  }
}
