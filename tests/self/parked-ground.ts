import { newParkedKey, readParkedKey } from '../../src/parked/key.ts'
import type { Label } from '../../src/parked/label.ts'
import { ParkedStore } from '../../src/parked/store.ts'

/** A moment at which everything here is issued. */
export const issuedAt = new Date('2026-03-02T09:00:00Z')

/** A label without id, of a code that lives 120 seconds. */
export const codeLabel: Omit<Label, 'id'> = {
  kind: 'code',
  market: 'sg',
  target: 'https://bank.example/api',
  clientId: 'an-id',
  issuedAt: issuedAt.toISOString(),
  tryFrom: after(120),
  deadline: after(120),
}

/** The time some seconds after the issue, in ISO 8601. */
export function after(seconds: number): string {
  return new Date(issuedAt.getTime() + seconds * 1000).toISOString()
}

/** A store with a key of its own, or with that of another one. */
export function openStore(folder: string, key: string | undefined = newParkedKey()): ParkedStore {
  return new ParkedStore(folder, readParkedKey(key))
}
