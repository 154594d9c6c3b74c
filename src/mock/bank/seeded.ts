import { createHash } from 'node:crypto'

/** Draws that look random and are the same in every run. */
export interface Draw {
  /** A whole number between two bounds, both included. */
  integer(least: number, most: number): number
  pick<Item>(items: readonly [Item, ...Item[]]): Item
}

/** Starts a row of draws after the generator mulberry32; equal seeds give equal rows. */
export function seeded(seed: string): Draw {
  let state = createHash('sha256').update(seed).digest().readInt32BE()
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    const first = Math.imul(state ^ (state >>> 15), 1 | state)
    const second = (first + Math.imul(first ^ (first >>> 7), 61 | first)) ^ first
    return (second ^ (second >>> 14)) >>> 0
  }
  const integer = (least: number, most: number) => least + (next() % (most - least + 1))
  return { integer, pick: (items) => items[integer(0, items.length - 1)] ?? items[0] }
}

/** Makes an opaque id of hexadecimal digits, as long as the bank's own. */
export function opaqueId(seed: string, length = 88): string {
  return createHash('sha512').update(seed).digest('hex').slice(0, length)
}
