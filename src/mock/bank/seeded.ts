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

/** Makes an opaque id of at most 128 hexadecimal digits; equal seeds give equal ids. */
export function opaqueId(seed: string, length: number): string {
  return createHash('sha512').update(seed).digest('hex').slice(0, length)
}

/** Makes opaque base64url text of 43 characters; equal seeds give equal texts. */
export function opaqueText(seed: string): string {
  return createHash('sha256').update(seed).digest('base64url')
}
