import type { Contract, Operation } from '../../../src/contract/types.ts'
import { type FactRow, isOfTheHost, marketsOfRow } from './rows.ts'

/** The operations that should be a row, and the markets where the documents have none. */
export interface Found {
  readonly operations: readonly Operation[]
  readonly missing: readonly string[]
}

/** Finds the operations of a row, one for all its markets or one each. */
export function findOperations({ operations }: Contract, row: FactRow): Found {
  const base = isOfTheHost(row) ? 'origin' : 'api'
  const here = operations.filter(
    (operation) =>
      operation.base === base && operation.method === row.method && isSamePath(operation, row.path),
  )
  if (isOfTheHost(row)) return { operations: here, missing: here.length === 0 ? ['any market'] : [] }
  const markets = marketsOfRow(row)
  return {
    operations: here.filter((operation) => operation.markets.some((market) => markets.includes(market))),
    missing: markets.filter((market) => !here.some((operation) => operation.markets.includes(market))),
  }
}

/** Where the facts name a market or a business within an address, the documents list it among the values of a parameter. */
function isSamePath(operation: Operation, address: string): boolean {
  const templates = operation.path.split('/')
  const segments = address.split('/')
  return (
    templates.length === segments.length &&
    templates.every((template, at) => isSameSegment(operation, template, segments[at]))
  )
}

function isSameSegment({ parameters }: Operation, template: string, segment: string | undefined): boolean {
  if (template === segment) return true
  const parameter = parameters.find(({ in: place, name }) => place === 'path' && template === `{${name}}`)
  const values = (parameter?.schema['enum'] ?? []) as unknown[]
  return values.includes(segment)
}
