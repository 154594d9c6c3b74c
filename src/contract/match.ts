import type { MarketId } from '../markets/types.ts'
import type { Contract, Operation } from './types.ts'

/** An address as the documents write it, matched without regard to case. */
interface Place {
  readonly pattern: RegExp
  /** How many of its segments are open; fewer win. */
  readonly open: number
  readonly operations: Operation[]
}

const patterns = new Map<string, RegExp>()
const indexes = new WeakMap<Contract, ReadonlyMap<number, readonly Place[]>>()

/** Turns a path template into the expression that its addresses match; made once per template. */
export function pathPattern(template: string): RegExp {
  const known = patterns.get(template)
  if (known !== undefined) return known
  const pattern = makePattern(template)
  patterns.set(template, pattern)
  return pattern
}

function makePattern(template: string): RegExp {
  const body = template.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{[^}]+\}/g, '[^/]+')
  return new RegExp(`^${body}$`, 'i')
}

/** Where a call arrived. */
export interface Address {
  readonly base: Operation['base']
  readonly path: string
  /** The market of the caller, where it is known: the same address may serve markets differently. */
  readonly market?: MarketId | undefined
}

/** Lists the operations at an address, whatever their method: literal paths first, then those of the market. */
export function operationsAt(contract: Contract, { base, path, market }: Address): Operation[] {
  const places = indexOf(contract).get(path.split('/').length) ?? []
  return places
    .filter(({ pattern }) => pattern.test(path))
    .flatMap(({ operations }) => (market === undefined ? operations : preferMarket(operations, market)))
    .filter((operation) => operation.base === base)
}

/** Finds the operation that an address belongs to. */
export function findOperation(contract: Contract, method: string, address: Address): Operation | undefined {
  return operationsAt(contract, address).find((operation) => operation.method === method)
}

/** Returns the operation of that id; undefined when no document holds it. */
export function operationById(contract: Contract, id: string): Operation | undefined {
  return contract.operations.find((operation) => operation.id === id)
}

function preferMarket(operations: readonly Operation[], market: MarketId): Operation[] {
  const isOffered = ({ markets }: Operation) => Number(markets.includes(market))
  return [...operations].sort((left, right) => isOffered(right) - isOffered(left))
}

/** Places by their number of segments, those with the fewest open segments first. */
function indexOf(contract: Contract): ReadonlyMap<number, readonly Place[]> {
  const known = indexes.get(contract)
  if (known !== undefined) return known
  const index = new Map<number, Place[]>()
  for (const operation of contract.operations) {
    const pattern = pathPattern(operation.path)
    const length = operation.path.split('/').length
    const places = index.get(length) ?? []
    const place = places.find((candidate) => candidate.pattern === pattern)
    if (place === undefined) places.push({ pattern, open: openSegments(operation), operations: [operation] })
    else place.operations.push(operation)
    index.set(length, places)
  }
  for (const places of index.values()) places.sort((left, right) => left.open - right.open)
  indexes.set(contract, index)
  return index
}

function openSegments({ path }: Operation): number {
  return path.split('{').length - 1
}
