import type { Label } from './label.ts'
import { minute } from './text.ts'
import type { ParkedStore } from './store.ts'

const lifetimeSeconds = 30 * 86_400

/** A consent that was taken to be used. */
export interface TakenConsent {
  readonly id: string
  readonly secret: string
  readonly isCode: boolean
}

/** The consents of one application at one target and market: each is used once and leaves a successor. */
export class Consents {
  readonly #store: ParkedStore
  readonly #place: Pick<Label, 'target' | 'clientId' | 'market'>

  constructor(store: ParkedStore, place: Pick<Label, 'target' | 'clientId' | 'market'>) {
    this.#store = store
    this.#place = place
  }

  /** Keeps a refresh token for the next run. */
  keep(refreshToken: string, issuedAt: Date): Label {
    return this.#store.park(this.#label('consent', issuedAt), refreshToken)
  }

  /** Takes in what the settings give, unless an earlier run did. */
  adopt(
    given: { readonly code: string | undefined; readonly refreshToken: string | undefined },
    now: Date,
  ): void {
    if (given.code !== undefined) this.#store.adopt(this.#label('consent-code', now), given.code)
    if (given.refreshToken !== undefined) this.#store.adopt(this.#label('consent', now), given.refreshToken)
  }

  /** Takes the youngest consent that nobody used yet; undefined when there is none. */
  take(): TakenConsent | undefined {
    for (const { id, label, state } of [...this.#own()].reverse()) {
      const secret = state === 'waiting' ? this.#store.claim(id) : undefined
      if (secret !== undefined) return { id, secret, isCode: label?.kind === 'consent-code' }
    }
    return undefined
  }

  /** Notes what became of a consent that was taken. */
  settle(id: string, isUsed: boolean): void {
    const actual = isUsed ? 'used' : 'refused'
    this.#store.settle(id, { result: isUsed ? 'kept' : 'unclear', about: 'before', expected: 'used', actual })
  }

  /** Why no consent can be taken. */
  whyNone(): string {
    const [last] = [...this.#own()].reverse()
    if (last?.label === undefined) return 'no consent is kept'
    const since = `the last one is of ${minute(last.label.issuedAt)}`
    return last.state === 'claimed'
      ? `a run broke off while it used the consent (${since})`
      : `the consent is used up or sealed (${since})`
  }

  #own() {
    const { target, clientId, market } = this.#place
    return this.#store
      .list()
      .filter(({ label }) => label?.kind === 'consent' || label?.kind === 'consent-code')
      .filter(
        ({ label }) => label?.target === target && label.clientId === clientId && label.market === market,
      )
  }

  #label(kind: 'consent' | 'consent-code', issuedAt: Date): Omit<Label, 'id'> {
    const deadline = new Date(issuedAt.getTime() + lifetimeSeconds * 1000).toISOString()
    const from = issuedAt.toISOString()
    return { kind, ...this.#place, issuedAt: from, tryFrom: from, deadline }
  }
}
