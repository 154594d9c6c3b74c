import type { Contract } from '../../src/contract/types.ts'
import type { MarketId } from '../../src/markets/types.ts'
import type { Defect } from '../../src/mock/defects/index.ts'
import type { OwnResult, Place } from './result.ts'

/** The document where a mistake of an area is made, when it is seen elsewhere as well. */
const homes: Readonly<Record<string, string>> = {
  authorize: 'authorize',
  token: 'authorize',
  refresh: 'authorize',
  revoke: 'authorize',
  money: 'money-movement',
  loans: 'loans',
  rewards: 'rewards',
  legacy: 'password-grant',
  registration: 'client-registration',
  'card-authorization': 'card-authorization',
}

/** Documents that are at hand for a defect that no document shows. */
const common = ['accounts', 'authorize']

const usualQuota = 60
const noQuota = 1_000_000

/**
 * Decides where peers look for a defect: in the document where the mistake is made and in the one where the suite
 * of this project saw it most. Peers are told more than they could know, and never sent elsewhere.
 */
export function placesOf(
  defect: Pick<Defect, 'breaks' | 'market'>,
  own: Pick<OwnResult, 'products'>,
  contract: Contract,
): readonly Place[] {
  const market = defect.market ?? 'in'
  const [area = ''] = defect.breaks.split('.')
  // Only the promises about the quota need it: it would stop any tool after its first 60 calls.
  const quota = area === 'ratelimit' ? usualQuota : noQuota
  const offered = productsIn(contract, market)
  const [seen, fallback] = [own.products, common].map((list) => list.find((product) => offered.has(product)))
  const home = homes[area] !== undefined && offered.has(homes[area]) ? homes[area] : undefined
  const products = new Set([home, seen].filter((product) => product !== undefined))
  if (products.size === 0 && fallback !== undefined) products.add(fallback)
  return [...products].map((product) => ({ product, market, quota }))
}

function productsIn({ operations }: Contract, market: MarketId): ReadonlySet<string> {
  return new Set(operations.filter(({ markets }) => markets.includes(market)).map(({ product }) => product))
}
