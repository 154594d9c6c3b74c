import type { Contract, Operation } from './types.ts'

const patterns = new Map<string, RegExp>()

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

/** Finds the operation that an address below the base belongs to; a literal path wins over a template. */
export function findOperation(contract: Contract, method: string, path: string): Operation | undefined {
  const candidates = contract.operations.filter(
    (operation) => operation.method === method && pathPattern(operation.path).test(path),
  )
  return candidates.sort((left, right) => parameterCount(left) - parameterCount(right))[0]
}

/** Lists the methods that the documents offer at an address. */
export function methodsAt(contract: Contract, path: string): string[] {
  const found = contract.operations.filter((operation) => pathPattern(operation.path).test(path))
  return [...new Set(found.map((operation) => operation.method))]
}

/** Returns the operation of that id; undefined when no document holds it. */
export function operationById(contract: Contract, id: string): Operation | undefined {
  return contract.operations.find((operation) => operation.id === id)
}

function parameterCount(operation: Operation): number {
  return operation.path.split('{').length
}
