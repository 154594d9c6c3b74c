import type { Contract } from './types.ts'

/** Every scope that the documents name for customers' data in a market, as one request asks for them. */
export function customerScopeOf({ operations }: Contract, market: string): string {
  const scopes = operations
    .filter(({ grant, markets }) => grant === 'authorization_code' && markets.some((id) => id === market))
    .flatMap((operation) => operation.scopes)
  return [...new Set(scopes)].sort().join(' ')
}
