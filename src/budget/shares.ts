import { SettingsError } from '../errors.ts'

/** Which part of a run this is. */
export interface Shard {
  /** From 1 on. */
  readonly current: number
  readonly total: number
}

/** A run in one piece. */
export const wholeRun: Shard = { current: 1, total: 1 }

/** The share of a shard in a number of calls; the shares of all shards add up to it. */
export function shareOf(calls: number, { current, total }: Shard): number {
  return Math.floor(calls / total) + (current <= calls % total ? 1 : 0)
}

/** Refuses a budget of which a shard gets nothing; SettingsError names the setting. */
export function refuseEmptyShare(setting: string, calls: number | undefined, shard: Shard): void {
  if (calls === undefined || calls >= shard.total) return
  throw new SettingsError(
    'setting-invalid',
    `${setting} is ${calls}, which leaves a part of ${shard.total} shards without a call`,
    {
      fix: `raise ${setting}, or run fewer shards`,
    },
  )
}

/** Refuses a part of a run that would spend the cap on purpose: the other parts call while it does. */
export function refuseSharedProvocation(): never {
  throw new SettingsError(
    'setting-invalid',
    '--with-429 spends the cap of a live target, from which every shard calls',
    { fix: 'leave --shard or --with-429 (CITI_WITH_429) out' },
  )
}
