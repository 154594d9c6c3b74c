import type { Operation } from '../contract/types.ts'
import type { Market } from '../markets/types.ts'
import { contract } from './contract.ts'

/** The operations that a market offers, narrowed by a filter. */
export function operationsIn(
  market: Market,
  filter: (operation: Operation) => boolean = () => true,
): Operation[] {
  return contract.operations.filter((operation) => operation.markets.includes(market.id) && filter(operation))
}

/** The resource operations that other markets offer and this one does not. */
export function operationsMissingIn(market: Market): Operation[] {
  return contract.operations.filter(
    (operation) => !operation.markets.includes(market.id) && isResource(operation),
  )
}

/** Tells whether an operation is opened by a Bearer token. */
export function isResource(operation: Operation): boolean {
  return operation.grant === 'authorization_code' || operation.grant === 'client_credentials'
}

/** Tells whether an operation takes a JSON body. */
export function takesJson(operation: Operation): boolean {
  return operation.request?.mediaType === 'application/json'
}

/** Names an operation in a title, for example `GET /v1/accounts`. */
export function nameOf(operation: Operation): string {
  return `${operation.method} ${operation.path}`
}

/** Returns the operation of an id that a hand-written test names; a typo is an error at once. */
export function operationOf(id: string): Operation {
  const operation = contract.operations.find((candidate) => candidate.id === id)
  if (operation === undefined) throw new Error(`no document holds the operation ${id}`)
  return operation
}

/** The simplest reading of customers' data in a market: a GET that needs no parameter. */
export function readingOperation(market: Market): Operation {
  const found = contract.operations.find(
    (operation) =>
      operation.method === 'GET' &&
      operation.grant === 'authorization_code' &&
      operation.markets.includes(market.id) &&
      !operation.parameters.some((parameter) => parameter.required && parameter.in !== 'header'),
  )
  if (found === undefined) throw new Error(`no document lets ${market.name} read without parameters`)
  return found
}

/** Tells whether the document of an operation holds a status. */
export function documentsStatus(operation: Operation, status: number): boolean {
  return operation.responses.some((response) => response.status === status)
}
