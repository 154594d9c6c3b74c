import { findMarket } from '../markets/index.ts'
import type { Market, MarketId } from '../markets/types.ts'

/** Businesses that a market has besides the usual one. */
const further: Readonly<Partial<Record<MarketId, readonly string[]>>> = { au: ['ppl', 'kgn'] }

/** Finds the market of a country and business code, in any letter case; undefined when the bank is not there. */
export function findBusiness(countryCode: string, businessCode: string): Market | undefined {
  const market = findMarket(countryCode.toLowerCase())
  const code = businessCode.toLowerCase()
  const isThere = market?.businessCode === code || further[market?.id ?? 'us']?.includes(code) === true
  return isThere ? market : undefined
}
