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

/** The resource operations that other markets offer and this one does not, in this form or another. */
export function operationsMissingIn(market: Market): Operation[] {
  const offered = new Set(operationsIn(market).map(nameOf))
  return contract.operations.filter(
    (operation) => !offered.has(nameOf(operation)) && isApiResource(operation),
  )
}

/** Tells whether an operation is opened by a Bearer token. */
export function isResource({ grant }: Operation): boolean {
  return !['basic', 'api_key', 'none'].includes(grant)
}

/** The same below the base address of the API: the getting-started dialect knows no markets. */
export function isApiResource(operation: Operation): boolean {
  return isResource(operation) && operation.base === 'api'
}

/** Operations of one product that a market offers. */
export interface ProductOperations {
  readonly product: string
  readonly operations: readonly Operation[]
}

/** Groups operations by product, in the order of the documents. */
export function byProduct(operations: readonly Operation[]): ProductOperations[] {
  const products = [...new Set(operations.map(({ product }) => product))]
  return products.map((product) => ({
    product,
    operations: operations.filter((operation) => operation.product === product),
  }))
}

/** The object that the path of an operation names. */
export interface NamedObject {
  readonly name: string
  /** Whether it belongs to nobody. */
  readonly shared: boolean
}

/** Finds the first object that a path names: a parameter of free text; undefined when it names none. */
export function objectOf({ parameters }: Operation): NamedObject | undefined {
  const closed = ['enum', 'pattern', 'format']
  const found = parameters.find(
    ({ in: place, schema }) =>
      place === 'path' &&
      schema['type'] === 'string' &&
      !closed.some((keyword) => schema[keyword] !== undefined),
  )
  return found === undefined ? undefined : { name: found.name, shared: found.shared === true }
}

/** Tells whether calls of a customer must come before an operation, whoever makes that one. */
export function followsCustomer({ needs = [] }: Operation): boolean {
  return needs.some((id) => operationOf(id).grant === 'authorization_code')
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

/** Tells whether an operation hands out its list page by page. */
export function isPaged({ method, parameters }: Operation): boolean {
  return method === 'GET' && parameters.some(({ name }) => name === 'nextStartIndex')
}

/** Statuses that the derived tests provoke for every operation, besides its success. */
const provokedEverywhere: readonly number[] = [401, 405, 406, 415, 500]

/** Lists the documented statuses that the derived tests do not provoke by what they send. */
export function unprovokedStatuses({ responses }: Operation): number[] {
  const success = responses.find(({ status }) => status < 300)?.status
  return responses
    .map(({ status }) => status)
    .filter((status) => status !== success && !provokedEverywhere.includes(status))
}

/** Lists the documented statuses of refusals and failures. */
export function refusalsOf({ responses }: Operation): number[] {
  return responses.map(({ status }) => status).filter((status) => status >= 400)
}

/** Tells whether the document of an operation holds a status. */
export function documentsStatus(operation: Operation, status: number): boolean {
  return operation.responses.some((response) => response.status === status)
}

/**
 * The status for an object that does not exist: 400 where the document has a code for it, such as
 * `invalidRewardLinkCode`, else 404 where that is documented, else 400.
 */
export function statusOfUnknown(operation: Operation, name: string): number {
  const code = `invalid${name.charAt(0).toUpperCase()}${name.slice(1)}`
  const hasCode = operation.responses.some(({ status, examples }) => status === 400 && code in examples)
  return !hasCode && documentsStatus(operation, 404) ? 404 : 400
}
