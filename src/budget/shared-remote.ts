import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout } from 'node:timers/promises'
import type { Keeper, Maker } from './keeper.ts'
import { post } from './remote.ts'
import { leaseMs, type Made, type Offer } from './shared-values.ts'

/** The leases under which this flow makes something. */
const holding = new AsyncLocalStorage<readonly number[]>()
const judging = new AsyncLocalStorage<true>()

/** Does work in which nothing is renewed that still lives, so that what a test judges stays as it is. */
export function withoutRenewal<Result>(work: () => Promise<Result>): Promise<Result> {
  return judging.run(true, work)
}

/** Keeps values in the process that all workers of a run share. */
export class SharedKeeper implements Keeper {
  readonly #url: string
  readonly #waits: (ms: number) => void

  /** Takes the address of the run's service, and what is told before each wait, in milliseconds. */
  constructor(url: string, waits: (ms: number) => void) {
    this.#url = url
    this.#waits = waits
  }

  async get<Value>(key: string, make: Maker<Value>): Promise<Value> {
    const asked = { key, holding: heldNow(), mayRenew: judging.getStore() === undefined }
    const offer = (await post(`${this.#url}/ask`, asked)) as Offer
    if (offer.kind === 'have') return offer.value as Value
    if (offer.kind === 'make') return this.#make(offer, make)
    this.#waits(offer.ms)
    await setTimeout(offer.ms)
    return this.get(key, make)
  }

  /** What a live target has given stays given: nobody can reset it. */
  clear(): void {
    return
  }

  async #make<Value>(offer: Offer & { kind: 'make' }, make: Maker<Value>): Promise<Value> {
    const { lease } = offer
    const old = offer.old as Value | undefined
    if (lease === undefined) return (await make(old)).value
    const sign = setInterval(() => void this.#prolong(lease), leaseMs / 3).unref()
    let made: Made<Value> | undefined
    try {
      made = await holding.run([...heldNow(), lease], () => make(old))
      return made.value
    } finally {
      clearInterval(sign)
      await post(`${this.#url}/settle`, { lease, made })
    }
  }

  /** A word that does not arrive is followed by another; without any the lease ends. */
  async #prolong(lease: number): Promise<void> {
    await post(`${this.#url}/prolong`, { lease }).catch(() => undefined)
  }
}

function heldNow(): readonly number[] {
  return holding.getStore() ?? []
}
