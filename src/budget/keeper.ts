import type { Made } from './shared-values.ts'

/** Makes a value; it is given the one that is about to end, where there is one. */
export type Maker<Value> = (old: Value | undefined) => Promise<Made<Value>>

/** Keeps values that are made once; what fails, or makes undefined, is made again by the next who asks. */
export interface Keeper {
  /** The value of a key, made unless it is there; rejects as its making did. */
  get<Value>(key: string, make: Maker<Value>): Promise<Value>
  /** Forgets every value, after the target has. */
  clear(): void
}

/** Keeps values in this process, for one worker alone; its target's time is virtual, so nothing is renewed. */
export class OwnKeeper implements Keeper {
  readonly #made = new Map<string, Promise<unknown>>()

  async get<Value>(key: string, make: Maker<Value>): Promise<Value> {
    const known = this.#made.get(key)
    if (known !== undefined) return known as Promise<Value>
    const value = make(undefined).then((made) => made.value)
    this.#made.set(key, value)
    const forget = () => this.#made.get(key) === value && this.#made.delete(key)
    value.then((given) => given === undefined && forget(), forget)
    return value
  }

  clear(): void {
    this.#made.clear()
  }
}
