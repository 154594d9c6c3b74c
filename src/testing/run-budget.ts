import { Ledger } from '../budget/ledger.ts'
import { Limiter, type LimiterState, usualCap } from '../budget/limiter.ts'
import { serveBudget } from '../budget/service.ts'
import { SharedValues } from '../budget/shared-values.ts'
import { refuseEmptyShare, type Shard } from '../budget/shares.ts'
import { isLive } from '../live-target.ts'
import type { Settings } from '../settings.ts'

let limiter: Limiter | undefined

/**
 * Opens the budget of a run and returns its address for the workers; undefined where calls cost nothing: the
 * embedded sandbox, or one with a control plane, unless a setting bounds the calls. SettingsError when a shard
 * gets nothing.
 */
export async function openBudget(settings: Settings, shard: Shard): Promise<string | undefined> {
  const { callsPerMinute, callsTotal } = settings
  const obeys = isLive(settings)
  if (!obeys && callsPerMinute === undefined && callsTotal === undefined) return undefined
  refuseEmptyShare('CITI_CALLS_PER_MINUTE', callsPerMinute ?? (obeys ? usualCap : undefined), shard)
  refuseEmptyShare('CITI_CALLS_TOTAL', callsTotal, shard)
  limiter = new Limiter({
    perMinute: obeys ? callsPerMinute : (callsPerMinute ?? Infinity),
    total: callsTotal,
    shard,
    obeys,
    now: Date.now,
  })
  const ledger = obeys ? ledgerOf(settings) : undefined
  if (ledger !== undefined) limiter.leave((callsPerMinute ?? usualCap) - ledger.recent(Date.now()))
  const shared = obeys ? new SharedValues(Date.now) : undefined
  return serveBudget({ limiter, ledger, now: Date.now, shared })
}

function ledgerOf({ baseUrl = '', application }: Settings): Ledger {
  return new Ledger(baseUrl, application?.clientId ?? '')
}

/** The figures of the budget of this run, in the process that opened it. */
export function budgetState(): LimiterState | undefined {
  return limiter?.state()
}
