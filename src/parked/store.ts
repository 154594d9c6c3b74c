import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { SuiteBug } from '../errors.ts'
import { claimFile, partEnding, writeDurably } from './durable.ts'
import type { ParkedKey } from './key.ts'
import type { Label } from './label.ts'
import type { Outcome } from './outcome.ts'
import { type Flaw, readLabel, seal, unseal } from './seal.ts'

/** A parked token, or what is left of one; each has one file that never changes, so no run disturbs another. */
export interface ParkedEntry {
  readonly id: string
  /** Undefined when its file is damaged. */
  readonly label: Label | undefined
  /**
   * `waiting`; `claimed`: a run began to try it and never said what came of it; `tried`; `unfinished`: a run broke off
   * while it parked it; or why it cannot be opened.
   */
  readonly state: 'waiting' | 'claimed' | 'tried' | 'unfinished' | 'no key' | Flaw
  /** What came of a try. */
  readonly outcome: Outcome | undefined
}

/** Ids of what was given from outside, which must be known again. */
const givenPrefix = 'given-'

const endings = { token: '.token', claim: '.claim', outcome: '.outcome' } as const

/**
 * Tokens parked in a folder. A token is sealed and written once; whoever creates its claim first may try it, nobody
 * else ever does; what came of it stands beside it. So there is no lock to be left behind by a run that was killed.
 */
export class ParkedStore {
  readonly folder: string
  readonly #key: ParkedKey | undefined

  /** @param key undefined leaves everything sealed. */
  constructor(folder: string, key: ParkedKey | undefined) {
    this.folder = folder
    this.#key = key
  }

  /** Whether there is no key, so that nothing can be parked or opened. */
  get isLocked(): boolean {
    return this.#key === undefined
  }

  /** Parks a secret under a label; once this returns, nothing loses it. */
  park(label: Omit<Label, 'id'>, secret: string): Label {
    return this.#write({ id: randomUUID(), ...label }, secret)
  }

  /** Parks a secret that somebody gave, once for all: what was given and tried before stays tried. */
  adopt(label: Omit<Label, 'id'>, secret: string): void {
    const id = givenPrefix + createHash('sha256').update(secret).digest('hex').slice(0, 32)
    if (!existsSync(this.#file(id, 'token'))) this.#write({ id, ...label }, secret)
  }

  #write(label: Label, secret: string): Label {
    if (this.#key === undefined) throw new SuiteBug('nothing is parked without a key')
    writeDurably(this.#file(label.id, 'token'), seal(label, secret, this.#key))
    return label
  }

  /** Lists everything that lies in the folder, the oldest first, damaged files last. */
  list(): readonly ParkedEntry[] {
    const files = existsSync(this.folder) ? readdirSync(this.folder) : []
    const ids = files
      .filter((file) => file.endsWith(endings.token))
      .map((file) => path.basename(file, endings.token))
    const parts = files.filter((file) => file.endsWith(partEnding) && file.includes(endings.token))
    const entries = [...ids.map((id) => this.#entry(id)), ...parts.map(unfinished)]
    return entries.sort((a, b) => timeOf(a).localeCompare(timeOf(b)))
  }

  /** Takes the right to try a token; undefined when it was tried before, or cannot be opened. */
  claim(id: string): string | undefined {
    const opened = this.#open(id)
    if (opened === undefined || typeof opened === 'string') return undefined
    const isOurs = claimFile(this.#file(id, 'claim'), `${new Date().toISOString()}\n`)
    return isOurs ? opened.secret : undefined
  }

  /** Keeps what came of a try. */
  settle(id: string, outcome: Outcome): void {
    writeDurably(this.#file(id, 'outcome'), `${JSON.stringify(outcome)}\n`)
  }

  /** Removes what has been tried and what was never finished; returns how many. What was given stays known as used. */
  tidy(): number {
    const done = this.list().filter(
      ({ id, state }) => (state === 'tried' && !id.startsWith(givenPrefix)) || state === 'unfinished',
    )
    for (const { id, state } of done)
      if (state === 'unfinished') rmSync(path.join(this.folder, id), { force: true })
      // The token goes first: what is left of a broken tidying is no token that looks untried.
      else
        for (const part of ['token', 'claim', 'outcome'] as const)
          rmSync(this.#file(id, part), { force: true })
    return done.length
  }

  #entry(id: string): ParkedEntry {
    const outcome = this.#outcome(id)
    const label = readLabel(this.#read(id, 'token'))
    const isClaimed = existsSync(this.#file(id, 'claim'))
    const opened = this.#open(id)
    if (outcome !== undefined) return { id, label, state: 'tried', outcome }
    if (isClaimed) return { id, label, state: 'claimed', outcome }
    const state = opened === undefined ? 'no key' : typeof opened === 'string' ? opened : 'waiting'
    return { id, label, state: label === undefined ? 'damaged' : state, outcome }
  }

  #open(id: string): ReturnType<typeof unseal> | undefined {
    return this.#key === undefined ? undefined : unseal(this.#read(id, 'token'), this.#key)
  }

  #outcome(id: string): Outcome | undefined {
    try {
      return JSON.parse(this.#read(id, 'outcome')) as Outcome
    } catch {
      return undefined
    }
  }

  #read(id: string, part: keyof typeof endings): string {
    try {
      return readFileSync(this.#file(id, part), 'utf8')
    } catch {
      return ''
    }
  }

  #file(id: string, part: keyof typeof endings): string {
    return path.join(this.folder, id + endings[part])
  }
}

function unfinished(file: string): ParkedEntry {
  return { id: file, label: undefined, state: 'unfinished', outcome: undefined }
}

function timeOf({ label }: ParkedEntry): string {
  return label?.issuedAt ?? '9999'
}
