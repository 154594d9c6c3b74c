import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Difference } from '../checks/check.ts'
import { readParkedKey } from '../parked/key.ts'
import type { KindOfParked } from '../parked/kinds.ts'
import type { Outcome } from '../parked/outcome.ts'
import { ParkedLot } from '../parked/lot.ts'
import { ParkedStore } from '../parked/store.ts'
import { readParkedSettings } from '../token-settings.ts'
import { notObserved } from './not-observed.ts'
import { issueToPark, type ParkingParties } from './parked-issue.ts'
import { presentParked } from './parked-try.ts'
import type { Target } from './target.ts'

const root = path.join(import.meta.dirname, '..', '..')

/** What one round of a kind did: tried what was due, and parked something new. */
interface Round {
  readonly outcomes: readonly Outcome[]
  readonly skewSeconds: number
}

/** The rounds of this worker by market and kind: tokens are parked once in a run. */
const roundsOf = new WeakMap<Target, Map<string, Promise<Round>>>()

/** Longer than the blur of the Date header, in milliseconds. */
const pastTheBlur = 4000

/** Parks what a run is issued, and tries what earlier runs parked once its time has come. */
export class Parking {
  readonly #target: Target
  readonly #parties: ParkingParties
  readonly #lot: ParkedLot
  readonly #hasKey: boolean

  constructor(target: Target, parties: ParkingParties) {
    const { folder, key } = readParkedSettings()
    const store = new ParkedStore(
      path.resolve(root, folder),
      key === undefined ? undefined : readParkedKey(key),
    )
    const { clientId, market } = parties.app
    this.#target = target
    this.#parties = parties
    this.#lot = new ParkedLot(store, { target: target.baseUrl, clientId, market: market.id })
    this.#hasKey = key !== undefined
  }

  /** What parked tokens showed on one side of their deadline; ends the test as not observed when none did. */
  async seen(kind: KindOfParked, about: Outcome['about']): Promise<Difference> {
    const { outcomes } = await this.#round(kind)
    const told = this.#lot.tell(kind, about, outcomes)
    return typeof told === 'string' ? notObserved(told) : { at: `a parked ${kind.title}`, ...told }
  }

  /** Waits for the deadline of what this run parked, if it may wait so long, and tries it at once. */
  async waitedFor(kind: KindOfParked, waitSeconds: number): Promise<Difference> {
    if (kind.lifetime >= waitSeconds) {
      const enough = Math.floor(kind.lifetime / 60) + 1
      return notObserved(`nobody waited for the deadline itself (--wait ${enough}m)`)
    }
    const { skewSeconds } = await this.#round(kind)
    const [entry] = this.#lot.waiting(kind).reverse()
    if (entry === undefined) return notObserved(this.#lot.whyUnseen(kind, 'after'))
    await setTimeout(Math.max(0, Date.parse(entry.label.deadline) - serverNow(skewSeconds)) + pastTheBlur)
    const outcome = await this.#lot.try(entry, (secret) => this.#present(kind, secret))
    const told = this.#lot.tell(kind, 'after', outcome === undefined ? [] : [outcome])
    return typeof told === 'string' ? notObserved(told) : { at: `a parked ${kind.title}`, ...told }
  }

  #round(kind: KindOfParked): Promise<Round> {
    if (!this.#hasKey) return notObserved(this.#lot.whyUnseen(kind, 'after'))
    const rounds = roundsOf.get(this.#target) ?? new Map<string, Promise<Round>>()
    roundsOf.set(this.#target, rounds)
    const key = `${this.#parties.app.market.id} ${kind.kind}`
    const round = rounds.get(key) ?? this.#tryAndPark(kind)
    rounds.set(key, round)
    // A test that could not begin a round must not end the next one.
    round.catch(() => rounds.delete(key))
    return round
  }

  async #tryAndPark(kind: KindOfParked): Promise<Round> {
    const issued = await issueToPark(kind.kind, this.#parties)
    const { skewSeconds } = issued
    const earlier = this.#lot.findEarlierClock(new Date(serverNow(skewSeconds)))
    if (earlier !== undefined) return notObserved(earlier)
    const due = this.#lot.due(kind, new Date(serverNow(skewSeconds)))
    const outcomes: Outcome[] = []
    for (const entry of due) {
      const outcome = await this.#lot.try(entry, (secret) => this.#present(kind, secret))
      if (outcome !== undefined) outcomes.push(outcome)
    }
    this.#lot.park(kind, issued)
    return { outcomes, skewSeconds }
  }

  #present(kind: KindOfParked, secret: string) {
    return presentParked(kind.kind, secret, this.#parties)
  }
}

function serverNow(skewSeconds: number): number {
  return Date.now() + skewSeconds * 1000
}
