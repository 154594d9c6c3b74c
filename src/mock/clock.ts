import type { Span } from './control.ts'

/** The time of the sandbox: frozen for tests, running for people; either way only the sandbox sees it. */
export class Clock {
  readonly #startAt: number
  readonly #startedAt: number
  readonly #running: boolean
  #offset = 0

  constructor(kind: 'frozen' | 'running', startAt: Date) {
    this.#running = kind === 'running'
    this.#startAt = startAt.getTime()
    this.#startedAt = performance.now()
  }

  /** The virtual time. */
  now(): Date {
    return new Date(this.#startAt + this.#offset + (this.#running ? performance.now() - this.#startedAt : 0))
  }

  /** Moves the virtual time forward. */
  advance({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Span): void {
    this.#offset += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
  }

  /** Takes back every move. */
  reset(): void {
    this.#offset = 0
  }
}
