import type { ParkedKind } from './kinds.ts'

/** What a label can name: what waits for its deadline, or a consent that runs use: a refresh token, or a code for one. */
export type LabelKind = ParkedKind | 'consent' | 'consent-code'

/** What may be known about a parked token without opening it; times are those of the target's clock. */
export interface Label {
  readonly id: string
  readonly kind: LabelKind
  readonly market: string
  /** Base address of the target. */
  readonly target: string
  readonly clientId: string
  readonly issuedAt: string
  /** When it may be tried: just after its deadline, or before it for one that must then be alive. */
  readonly tryFrom: string
  readonly deadline: string
}

const texts: readonly (keyof Label)[] = [
  'id',
  'kind',
  'market',
  'target',
  'clientId',
  'issuedAt',
  'tryFrom',
  'deadline',
]
const times: readonly (keyof Label)[] = ['issuedAt', 'tryFrom', 'deadline']

/** Tells whether a value has the form of a label. */
export function isLabel(value: unknown): value is Label {
  if (typeof value !== 'object' || value === null) return false
  const fields = value as Partial<Record<keyof Label, unknown>>
  return (
    texts.every((name) => typeof fields[name] === 'string') &&
    times.every((name) => !Number.isNaN(Date.parse(String(fields[name]))))
  )
}
