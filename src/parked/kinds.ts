import type { RequirementId } from '../requirements/index.ts'

/** What can be parked: an authorization code, tokens of a customer, a token of the application itself. */
export type ParkedKind = 'code' | 'access-token' | 'two-legged-token' | 'refresh-token'

/** What a kind promises, and how its age is proved. */
export interface KindOfParked {
  readonly kind: ParkedKind
  readonly title: string
  readonly requirement: RequirementId
  /** The documented lifetime in seconds. */
  readonly lifetime: number
  /**
   * From which age on, in seconds, some of them are tried while they must still be alive, which spends those. Undefined
   * where a run sees anyway that a fresh one works: it tries what that does not spend as soon as it is parked.
   */
  readonly aliveFrom: number | undefined
}

const day = 86_400

/** Every kind, with the lifetimes that seed-001#token-expiry documents. */
export const kindsOfParked: readonly KindOfParked[] = [
  {
    kind: 'code',
    title: 'authorization code',
    requirement: 'expiry.code.120s',
    lifetime: 120,
    aliveFrom: undefined,
  },
  {
    kind: 'access-token',
    title: 'access token',
    requirement: 'expiry.access-token.30min',
    lifetime: 1800,
    aliveFrom: undefined,
  },
  {
    kind: 'two-legged-token',
    title: 'two-legged access token',
    requirement: 'expiry.access-token.two-legged',
    lifetime: 1800,
    aliveFrom: undefined,
  },
  {
    kind: 'refresh-token',
    title: 'refresh token',
    requirement: 'expiry.refresh-token.30-days',
    lifetime: 30 * day,
    aliveFrom: 29 * day,
  },
]
