import type { KindOfParked } from './kinds.ts'
import type { Label } from './label.ts'
import { blurSeconds, judgeTry, type Outcome, type Try } from './outcome.ts'
import type { ParkedEntry, ParkedStore } from './store.ts'
import { minute } from './text.ts'

/** A parked token that can be opened and was not tried yet. */
export type WaitingEntry = ParkedEntry & { readonly label: Label }

/** Seconds beyond which a clock was set back, and is not only read a moment apart. */
const step = 60

/** The part of a store that belongs to one application at one target and market. */
export class ParkedLot {
  readonly #store: ParkedStore
  readonly #place: Pick<Label, 'target' | 'clientId' | 'market'>

  constructor(store: ParkedStore, place: Pick<Label, 'target' | 'clientId' | 'market'>) {
    this.#store = store
    this.#place = place
  }

  /** Parks what was issued. Of a kind whose life is tried as well, one that waits for that is enough at a time. */
  park(
    { kind, lifetime, aliveFrom }: KindOfParked,
    { secret, issuedAt }: { secret: string; issuedAt: Date },
  ): Label {
    const at = (seconds: number) => new Date(issuedAt.getTime() + seconds * 1000).toISOString()
    const isForLife = aliveFrom !== undefined && !this.#entries(kind).some(isForLifeEntry)
    return this.#store.park(
      {
        kind,
        ...this.#place,
        issuedAt: at(0),
        tryFrom: at(isForLife ? aliveFrom : lifetime + blurSeconds + 1),
        deadline: at(lifetime),
      },
      secret,
    )
  }

  /** What waits, the oldest first. */
  waiting({ kind }: Pick<Label, 'kind'>): WaitingEntry[] {
    return this.#entries(kind).filter(({ state }) => state === 'waiting')
  }

  /** What may be tried at a time of the target. */
  due(kind: KindOfParked, now: Date): WaitingEntry[] {
    return this.waiting(kind).filter(({ label }) => Date.parse(label.tryFrom) <= now.getTime())
  }

  /** Tries a token, unless somebody did before: first the claim is made, so that a run that breaks off never repeats it. */
  async try(entry: WaitingEntry, present: (secret: string) => Promise<Try>): Promise<Outcome | undefined> {
    const secret = this.#store.claim(entry.id)
    if (secret === undefined) return undefined
    const outcome = await this.#confirm(entry, judgeTry(entry.label, await present(secret)), present)
    this.#store.settle(entry.id, outcome)
    return outcome
  }

  /**
   * One that died before its deadline may have been ended by a later consent: only if a younger one lives, which a
   * later consent followed as well, was it too short a life.
   */
  async #confirm(
    { label }: WaitingEntry,
    outcome: Outcome,
    present: (secret: string) => Promise<Try>,
  ): Promise<Outcome> {
    if (outcome.result !== 'broken' || outcome.about !== 'before') return outcome
    const younger = this.waiting(label)
      .filter((entry) => entry.label.issuedAt > label.issuedAt)
      .at(-1)
    const secret = younger && this.#store.claim(younger.id)
    if (younger === undefined || secret === undefined) return { ...outcome, result: 'unclear' }
    const control = judgeTry(younger.label, await present(secret))
    this.#store.settle(younger.id, control)
    return control.result === 'kept' ? outcome : { ...outcome, result: 'unclear' }
  }

  /** What tries showed on one side of the deadline, or why they show nothing. */
  tell(
    kind: KindOfParked,
    about: Outcome['about'],
    outcomes: readonly Outcome[],
  ): Pick<Outcome, 'expected' | 'actual'> | string {
    const told = outcomes.filter((outcome) => outcome.about === about)
    const found =
      told.find(({ result }) => result === 'broken') ?? told.find(({ result }) => result === 'kept')
    if (found === undefined)
      return told[0] === undefined ? this.whyUnseen(kind, about) : `unclear: ${told[0].actual}`
    if (about === 'after' && found.result === 'kept' && !this.#outlives(kind))
      return `unclear: ${found.actual}, but none was seen alive until shortly before, after later consents`
    return { expected: found.expected, actual: found.actual }
  }

  /** Why nothing was seen of a kind: until when what is parked waits, and what cannot be used. */
  whyUnseen({ kind }: KindOfParked, about: Outcome['about']): string {
    const [next] = this.waiting({ kind })
      .filter(({ label }) => isForLifeEntry({ label }) === (about === 'before'))
      .map(({ label }) => label.tryFrom)
      .sort()
    const unusable = this.#store.list().filter(({ state }) => state !== 'waiting' && state !== 'tried').length
    const problem = unusable === 0 ? [] : [`${unusable} parked tokens cannot be used (npm run parked)`]
    if (this.#store.isLocked) return ['nothing is parked without CITI_PARKED_KEY', ...problem].join('; ')
    return [next === undefined ? 'nothing is parked yet' : `parked until ${minute(next)}`, ...problem].join(
      '; ',
    )
  }

  /** Says that the target's clock stands before the issue of what is parked: then no age can be told. */
  findEarlierClock(now: Date): string | undefined {
    const issued = this.#store
      .list()
      .flatMap(({ label }) => (label?.target === this.#place.target ? [label.issuedAt] : []))
    const latest = issued.sort().at(-1)
    if (latest === undefined || Date.parse(latest) <= now.getTime() + step * 1000) return undefined
    return `the clock of the target was set back: it shows ${minute(now.toISOString())}, and a token was parked at ${minute(latest)}; nothing is tried until that has passed again`
  }

  /** Whether a kind needs no proof that parked ones outlive later consents, or has it. */
  #outlives({ kind, aliveFrom }: KindOfParked): boolean {
    if (aliveFrom === undefined) return true
    return this.#entries(kind).some(({ outcome }) => outcome?.about === 'before' && outcome.result === 'kept')
  }

  #entries(kind: Label['kind']): WaitingEntry[] {
    const { target, clientId, market } = this.#place
    return this.#store
      .list()
      .filter((entry): entry is WaitingEntry => entry.label?.kind === kind)
      .filter(
        ({ label }) => label.target === target && label.clientId === clientId && label.market === market,
      )
  }
}

/** Tells whether an entry is to be tried while it still lives. */
function isForLifeEntry({
  label,
  state = 'waiting',
}: {
  label: Label
  state?: ParkedEntry['state']
}): boolean {
  return state === 'waiting' && label.tryFrom < label.deadline
}
