import type { Keeper } from '../budget/keeper.ts'
import { Providers } from './providers.ts'
import type { Target } from './target.ts'
import { TokenBroker } from './token-broker.ts'
import { openKeeper } from './worker-budget.ts'

/** Two thirds of the quota: tokens and calls without a caller count as well. */
const callsPerFilling = 40

/** What a worker knows of its target's state from test to test, and how it brings that state back. */
export class TargetState {
  readonly broker: TokenBroker
  readonly providers: Providers
  /** Ids that the target gave, such as an `accountId`, and which calls, right in everything, succeeded. */
  readonly facts: Keeper
  /** What the calls told that come before a call of an operation, until that call spends it. */
  readonly chains = new Map<string, Readonly<Record<string, string>>>()
  readonly #target: Target
  #defects: readonly string[]
  #calls = 0

  constructor(target: Target, keeperFor = openKeeper) {
    this.#target = target
    this.#defects = []
    this.broker = new TokenBroker(target.customers, target.settings.otp, keeperFor(target.settings))
    this.facts = keeperFor(target.settings)
    this.providers = new Providers(target)
  }

  /** Makes the target ready for a test: its defects on, its quota full. */
  async prepare(defects: readonly string[]): Promise<void> {
    const wanted = [...this.#target.settings.defects, ...defects]
    if (wanted.join() !== this.#defects.join()) {
      this.#defects = wanted
      await this.reset()
    }
    await this.refillQuota()
  }

  /** Counts a call; where the target lets us, the quota is full again well before it is spent. */
  async countCall(): Promise<void> {
    this.#calls += 1
    if (this.#calls >= callsPerFilling) await this.refillQuota()
  }

  /** Fills the quota of every application, where the target lets us. */
  async refillQuota(): Promise<void> {
    this.#calls = 0
    await this.#target.control?.setQuota()
  }

  /** Brings the target back to its first state, but for the defects, and forgets what it gave. */
  async reset(): Promise<void> {
    await this.#target.control?.reset()
    if (this.#defects.length > 0) await this.#target.control?.switchOn(this.#defects)
    this.broker.clear()
    this.facts.clear()
    this.chains.clear()
  }
}
