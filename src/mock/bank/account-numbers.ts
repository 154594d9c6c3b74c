import type { Account } from './accounts.ts'
import { seeded } from './seeded.ts'

/** The whole number of an account: as long as the masked one, with its last four digits. */
export function clearNumberOf({ id, displayNumber }: Account): string {
  const draw = seeded(`${id}/number`)
  const first = Array.from({ length: displayNumber.length - 4 }, () => String(draw.integer(1, 9)))
  return first.join('') + displayNumber.slice(-4)
}
