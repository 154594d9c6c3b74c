import { createHash } from 'node:crypto'

/**
 * Chooses some of many at random, the same ones for the same seed in whatever order they come. An item that is
 * added later takes at most one place.
 */
export function choose<Item extends { readonly id: string }>(
  items: readonly Item[],
  count: number,
  seed: string,
): readonly Item[] {
  const lot = ({ id }: Item) => createHash('sha256').update(`${seed} ${id}`).digest('hex')
  return items
    .map((item) => ({ item, lot: lot(item) }))
    .sort((left, right) => (left.lot < right.lot ? -1 : 1))
    .slice(0, count)
    .map(({ item }) => item)
}
