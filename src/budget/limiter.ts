import type { Told } from './told-limits.ts'
import { type Shard, shareOf } from './shares.ts'

/** What the settings say about calls; undefined leaves a bound out. */
export interface LimiterOptions {
  /** The most calls in a minute, of all shards together. */
  readonly perMinute: number | undefined
  /** The most calls of a run, of all shards together. */
  readonly total: number | undefined
  readonly shard: Shard
  /** Whether what the target says about its cap is obeyed; where the suite sets the cap itself, it is not. */
  readonly obeys: boolean
  /** The time in milliseconds. */
  readonly now: () => number
}

/** What became of the request for a turn: go, ask again later, or never. */
export type Turn =
  | { readonly kind: 'go'; readonly ticket: number }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'spent'; readonly reason: string }

/** The figures of a limiter. */
export interface LimiterState {
  readonly made: number
  /** How many calls the cap refused (429) although their turn had come. */
  readonly refused: number
  /** Milliseconds until the next call may be made; 0 when it may be made now. */
  readonly waitMs: number
  /** Calls a minute that this shard may make. */
  readonly perMinute: number
  readonly total: number | undefined
}

/** The cap that the bank's answers show, for a target of which nothing else is known. */
export const usualCap = 60

/** A minute, and a second for clocks that count in whole seconds. */
const windowMs = 61_000
/** How long a call may stay without word: a worker that died gives its place back. */
const lostMs = 180_000
/** A wait that is longer than this is no pause but the end of the quota. */
const longestPauseSeconds = 600

interface Slots {
  readonly count: number
  readonly until: number
}

/**
 * Decides when calls are made. In no minute are there more than the cap: a call holds its place from its turn
 * until a minute after its answer, so the count is right whenever the target counted it and however its own
 * windows lie.
 */
export class Limiter {
  readonly #options: LimiterOptions
  readonly #calls = new Map<number, number>()
  /** Places that others have taken, as the target told. */
  #foreign: Slots[] = []
  #toldLimit: number | undefined
  #pausedUntil = 0
  #spent: string | undefined
  readonly #provoking = new Set<number>()
  #made = 0
  #refused = 0

  constructor(options: LimiterOptions) {
    this.#options = options
  }

  /**
   * Asks for the turn of a call. One that provokes the cap on purpose takes it whatever the minute holds and the
   * target asks for; only the total of the run bounds it.
   */
  take(provoking = false): Turn {
    const { total, shard } = this.#options
    if (this.#spent !== undefined && !provoking) return { kind: 'spent', reason: this.#spent }
    if (total !== undefined && this.#made >= shareOf(total, shard))
      return { kind: 'spent', reason: `the budget of ${total} calls is spent (CITI_CALLS_TOTAL)` }
    const ms = provoking ? 0 : this.#waitMs()
    if (ms > 0) return { kind: 'wait', ms }
    this.#made += 1
    this.#calls.set(this.#made, this.#options.now() + lostMs)
    if (provoking) this.#provoking.add(this.#made)
    return { kind: 'go', ticket: this.#made }
  }

  /** Takes note of the end of a call, and of what its answer told about the cap. */
  done(ticket: number, told: Told = {}): void {
    const now = this.#options.now()
    this.#calls.set(ticket, now + windowMs)
    if (!this.#options.obeys) return
    this.#toldLimit = told.limit ?? this.#toldLimit
    if (told.remaining !== undefined) this.leave(told.remaining - this.#grantedAfter(ticket))
    if (told.waitSeconds === undefined) return
    if (!this.#provoking.has(ticket)) this.#refused += 1
    this.#pausedUntil = Math.max(this.#pausedUntil, now + told.waitSeconds * 1000)
    if (told.waitSeconds > longestPauseSeconds)
      this.#spent = `the target asks to wait ${told.waitSeconds} seconds before the next call`
  }

  /** Leaves no more than so many calls for the minute that begins now: others have made the rest. */
  leave(calls: number): void {
    const surplus = this.#free() - Math.max(0, calls)
    if (surplus > 0) this.#foreign.push({ count: surplus, until: this.#options.now() + windowMs })
  }

  /** The figures so far. */
  state(): LimiterState {
    const { total, shard } = this.#options
    return {
      made: this.#made,
      refused: this.#refused,
      waitMs: this.#waitMs(),
      perMinute: this.#cap(),
      total: total === undefined ? undefined : shareOf(total, shard),
    }
  }

  #cap(): number {
    const { perMinute, shard } = this.#options
    const told = this.#toldLimit ?? usualCap
    const cap = perMinute === undefined ? told : Math.min(perMinute, this.#toldLimit ?? perMinute)
    return Math.max(1, shareOf(cap, shard))
  }

  #free(): number {
    this.#forget()
    const foreign = this.#foreign.reduce((sum, { count }) => sum + count, 0)
    return this.#cap() - this.#calls.size - foreign
  }

  #waitMs(): number {
    const now = this.#options.now()
    const pause = Math.max(0, this.#pausedUntil - now)
    const free = this.#free()
    return free > 0 ? pause : Math.max(pause, this.#momentOf(1 - free) - now)
  }

  /** When so many places will be free again. */
  #momentOf(places: number): number {
    const ends = [
      ...this.#calls.values(),
      ...this.#foreign.flatMap(({ count, until }) => Array<number>(count).fill(until)),
    ].sort((left, right) => left - right)
    return ends[places - 1] ?? this.#options.now() + windowMs
  }

  #grantedAfter(ticket: number): number {
    return [...this.#calls.keys()].filter((other) => other > ticket).length
  }

  #forget(): void {
    const now = this.#options.now()
    for (const [ticket, until] of this.#calls) if (until <= now) this.#calls.delete(ticket)
    this.#foreign = this.#foreign.filter(({ until }) => until > now)
  }
}
