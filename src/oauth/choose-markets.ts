import { SettingsError } from '../errors.ts'
import { findMarket, markets } from '../markets/index.ts'
import type { Market } from '../markets/types.ts'
import type { Settings } from '../settings.ts'

/** Returns the markets of a run: those named, else all of the embedded sandbox or the first one of a target. */
export function chooseMarkets(settings: Pick<Settings, 'markets' | 'baseUrl'>): readonly Market[] {
  if (settings.markets.length === 0) return settings.baseUrl === undefined ? markets : markets.slice(0, 1)
  return settings.markets.map((id) => findMarket(id) ?? refuse(id))
}

function refuse(id: string): never {
  throw new SettingsError('setting-invalid', `CITI_MARKET names ${id}, which is no market of this suite`, {
    fix: `choose from ${markets.map((market) => market.id).join(', ')}`,
  })
}
