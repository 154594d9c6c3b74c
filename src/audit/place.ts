import { operationsAt } from '../contract/match.ts'
import type { Contract, Operation } from '../contract/types.ts'
import type { MarketId } from '../markets/types.ts'

/** The base addresses that gateways of the bank were seen to have. */
const knownBases = ['/gcb/api', '/gcb/gp/api', '/gcbap/api', '/gcgapi/sandbox/prod', '/gcgapi/prod']

/** Where a call arrived, below a base address that was recognised. */
export interface Place {
  readonly base: 'api' | 'origin'
  /** The address below the base, without query. */
  readonly path: string
  /** Undefined when no document offers the method there. */
  readonly operation: Operation | undefined
}

/** A request as far as its address says where it belongs. */
export interface Addressed {
  readonly method: string
  readonly url: URL
  readonly market: MarketId | undefined
}

/**
 * Lists what a call may have been, the likeliest first: gateways hang the same operations below different
 * bases, so the longest end of the address that the documents know decides. Empty when no document knows any.
 */
export function placesOf(contract: Contract, { method, url, market }: Addressed): Place[] {
  // Clients made from the bank's own documents double the slash after the base.
  const whole = url.pathname.replaceAll(/\/{2,}/g, '/')
  const offered = [...originPlaces(contract, whole, market), ...apiPlaces(contract, whole, market)]
  const wanted = offered.filter(({ operation }) => operation?.method === method)
  if (wanted.length > 0) return wanted
  const [other] = offered
  if (other !== undefined) return [{ ...other, operation: undefined }]
  const below = belowKnownBase(whole)
  return below === undefined ? [] : [{ base: 'api', path: below, operation: undefined }]
}

/** The getting-started dialect hangs on the host itself. */
function originPlaces(contract: Contract, path: string, market: MarketId | undefined): Place[] {
  return operationsAt(contract, { base: 'origin', path, market }).map((operation) => ({
    base: 'origin',
    path,
    operation,
  }))
}

function apiPlaces(contract: Contract, whole: string, market: MarketId | undefined): Place[] {
  for (const path of endsOf(whole)) {
    const operations = operationsAt(contract, { base: 'api', path, market })
    if (operations.length > 0) return operations.map((operation) => ({ base: 'api', path, operation }))
  }
  return []
}

/** Every end of an address that begins with a slash, the longest first. */
function endsOf(whole: string): string[] {
  return [...whole.matchAll(/\//g)].map(({ index }) => whole.slice(index))
}

function belowKnownBase(whole: string): string | undefined {
  const lower = whole.toLowerCase()
  const found = knownBases.filter((base) => lower.includes(`${base}/`)).sort((a, b) => b.length - a.length)[0]
  return found === undefined ? undefined : whole.slice(lower.lastIndexOf(`${found}/`) + found.length)
}
