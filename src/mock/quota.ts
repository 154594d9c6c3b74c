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
  readonly #usual: number
  #limit: number
  readonly #windows = new Map<string, Window>()
  readonly #behaviour: () => Behaviour

  constructor(limit: number, behaviour: () => Behaviour) {
    this.#usual = limit
    this.#limit = limit
    this.#behaviour = behaviour
  }

  /** Counts a call and tells what is left. */
  take(clientId: string, now: Date): QuotaState {
    const behaviour = this.#behaviour()
    const window = this.#windowOf(this.#keyOf(clientId), now)
    window.used++
    const elapsed = (now.getTime() - window.startedAt) / 1000
    return {
      limit: this.#limit,
      remaining: behaviour.enforces('quota.counts-down')
        ? Math.max(0, this.#limit - window.used)
        : this.#limit,
      exceeded: window.used > this.#limit && behaviour.enforces('quota'),
      waitSeconds: Math.max(1, Math.ceil(windowSeconds - elapsed)),
    }
  }

  /** Gives a call back, for what is not counted. */
  giveBack(clientId: string): void {
    const window = this.#windows.get(this.#keyOf(clientId))
    if (window !== undefined) window.used--
  }

  /** Opens fresh windows for everybody, with another cap or the usual one. */
  refill(limit = this.#usual): void {
    this.#limit = limit
    this.#windows.clear()
  }

  #keyOf(clientId: string): string {
    return this.#behaviour().enforces('quota.per-client') ? clientId : 'everybody'
  }

  #windowOf(key: string, now: Date): Window {
    const known = this.#windows.get(key)
    if (known !== undefined && (this.#isOpen(known, now) || this.#isStuck(known))) return known
    const opened = { startedAt: now.getTime(), used: 0 }
    this.#windows.set(key, opened)
    return opened
  }

  #isOpen({ startedAt }: Window, now: Date): boolean {
    return now.getTime() - startedAt < windowSeconds * 1000
  }

  /** Where recovery is dropped, an application that used up its quota never gets another window. */
  #isStuck({ used }: Window): boolean {
    return used > this.#limit && !this.#behaviour().enforces('quota.recovery')
  }
}
