/** What a flow of a worker asks for. */
export interface Asked {
  readonly key: string
  /** The leases under which it makes other things at the moment, for which it needs this one. */
  readonly holding: readonly number[]
  /** Whether a value that is about to end is renewed now; if not, it is good to its end. */
  readonly mayRenew: boolean
}

/** What becomes of a question: there is a value, another flow is making it, or this one makes it. */
export type Offer =
  | { readonly kind: 'have'; readonly value: unknown }
  | { readonly kind: 'wait'; readonly ms: number }
  | {
      readonly kind: 'make'
      /** Under which the value is handed in; without one it serves whoever made it alone. */
      readonly lease?: number
      /** The value that is about to end. */
      readonly old?: unknown
    }

/** A value that was made, and how many seconds it lives; to the end of the run when that is not told. */
export interface Made<Value = unknown> {
  readonly value: Value
  readonly lifetimeSeconds?: number | undefined
}

/** How long a lease lasts without word from its holder, who tells of itself every few seconds. */
export const leaseMs = 15_000
/** How long one that waits does so before it asks again. */
const waitMs = 200
/** A value is renewed in the last tenth of its life, or in its last minute when that is longer. */
const renewed = { share: 0.1, leastMs: 60_000, mostShare: 0.5 } as const

interface Lease {
  readonly key: string
  until: number
  /** The lease that its holder waits for. */
  waitsFor: number | undefined
}

interface Kept {
  readonly value: unknown
  readonly freshUntil: number
  readonly endsAt: number
}

/**
 * Values that all workers of a run share, such as tokens, in the memory of one process and nowhere else. Each is
 * made once, by whoever asks first, while the others wait; who dies or fails in between leaves it to the next.
 */
export class SharedValues {
  /** The time in milliseconds. */
  readonly #now: () => number
  readonly #kept = new Map<string, Kept>()
  readonly #leases = new Map<number, Lease>()
  #lastLease = 0

  constructor(now: () => number) {
    this.#now = now
  }

  /** Tells one that asks what to do; whoever makes the value does so under a lease, which ends when nothing is heard of it. */
  ask({ key, holding, mayRenew }: Asked): Offer {
    const kept = this.#kept.get(key)
    if (kept !== undefined && this.#now() < (mayRenew ? kept.freshUntil : kept.endsAt))
      return { kind: 'have', value: kept.value }
    const lease = this.#leaseOf(key)
    const isCircle = lease !== undefined && this.#leadsTo(lease, holding)
    this.#note(holding, isCircle ? undefined : lease)
    if (lease !== undefined) return isCircle ? { kind: 'make' } : { kind: 'wait', ms: waitMs }
    return { kind: 'make', lease: this.#lend(key), ...(kept === undefined ? {} : { old: kept.value }) }
  }

  /** Prolongs a lease: its holder lives. */
  prolong(lease: number): void {
    const held = this.#leases.get(lease)
    if (held !== undefined) held.until = this.#now() + leaseMs
  }

  /** Ends a lease with what was made, or without when that failed; a lease that has ended already changes nothing. */
  settle(lease: number, made?: Made): void {
    const held = this.#leases.get(lease)
    this.#leases.delete(lease)
    if (held === undefined || made?.value === undefined) return
    this.#kept.set(held.key, { value: made.value, ...this.#ends(made.lifetimeSeconds) })
  }

  #ends(lifetimeSeconds: number | null = Infinity): Pick<Kept, 'freshUntil' | 'endsAt'> {
    const lifetimeMs = (lifetimeSeconds ?? Infinity) * 1000
    const { share, leastMs, mostShare } = renewed
    const early = Math.min(Math.max(lifetimeMs * share, leastMs), lifetimeMs * mostShare)
    const now = this.#now()
    return lifetimeMs === Infinity
      ? { freshUntil: Infinity, endsAt: Infinity }
      : { freshUntil: now + lifetimeMs - early, endsAt: now + lifetimeMs }
  }

  #lend(key: string): number {
    this.#lastLease += 1
    this.#leases.set(this.#lastLease, { key, until: this.#now() + leaseMs, waitsFor: undefined })
    return this.#lastLease
  }

  #leaseOf(key: string): number | undefined {
    for (const [lease, { until }] of this.#leases) if (until <= this.#now()) this.#leases.delete(lease)
    return [...this.#leases].find(([, held]) => held.key === key)?.[0]
  }

  #note(holding: readonly number[], waitsFor: number | undefined): void {
    for (const lease of holding) {
      const held = this.#leases.get(lease)
      if (held !== undefined) held.waitsFor = waitsFor
    }
  }

  /** Tells whether the holder of a lease waits, by way of others too, for one of those: waiting for it would never end. */
  #leadsTo(lease: number, holding: readonly number[]): boolean {
    let at: number | undefined = lease
    for (let steps = 0; at !== undefined && steps <= this.#leases.size; steps++) {
      if (holding.includes(at)) return true
      at = this.#leases.get(at)?.waitsFor
    }
    return false
  }
}
