import type { Behaviour } from './behaviour.ts'

const windowSeconds = 60

interface Window {
  readonly startedAt: number
  used: number
}

/** How many calls an application has left, and how long a refused one must wait. */
export interface QuotaState {
  readonly limit: number
  readonly remaining: number
  readonly exceeded: boolean
  readonly waitSeconds: number
}

/** The cap on calls per minute and application, in fixed windows of the virtual clock. */
export class Quota {
  limit = 60
  readonly #windows = new Map<string, Window>()
  readonly #behaviour: () => Behaviour

  constructor(behaviour: () => Behaviour) {
    this.#behaviour = behaviour
  }

  /** Counts a call and tells what is left. */
  take(clientId: string, now: Date): QuotaState {
    const behaviour = this.#behaviour()
    const key = behaviour.enforces('quota.per-client') ? clientId : 'everybody'
    const window = this.#windowOf(key, now)
    window.used++
    const elapsed = (now.getTime() - window.startedAt) / 1000
    return {
      limit: this.limit,
      remaining: behaviour.enforces('quota.counts-down') ? Math.max(0, this.limit - window.used) : this.limit,
      exceeded: window.used > this.limit && behaviour.enforces('quota'),
      waitSeconds: Math.ceil(windowSeconds - elapsed),
    }
  }

  /** Gives a call back, for what is not counted. */
  giveBack(clientId: string): void {
    const window = this.#windows.get(clientId)
    if (window !== undefined) window.used--
  }

  /** Opens fresh windows for everybody. */
  refill(): void {
    this.#windows.clear()
  }

  #windowOf(key: string, now: Date): Window {
    const known = this.#windows.get(key)
    const isFresh = known !== undefined && now.getTime() - known.startedAt < windowSeconds * 1000
    if (
      isFresh ||
      (known !== undefined && known.used > this.limit && !this.#behaviour().enforces('quota.recovery'))
    )
      return known
    const opened = { startedAt: now.getTime(), used: 0 }
    this.#windows.set(key, opened)
    return opened
  }
}
