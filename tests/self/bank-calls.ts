import type { Operation } from '../../src/contract/types.ts'
import { marketOf } from '../../src/markets/index.ts'
import type { MarketId } from '../../src/markets/types.ts'
import type { Answer, ResourceCall } from '../../src/mock/answer.ts'
import type { Account } from '../../src/mock/bank/accounts.ts'
import { Bank } from '../../src/mock/bank/bank.ts'
import { dayOf } from '../../src/mock/bank/days.ts'
import type { ProductKind } from '../../src/mock/bank/products.ts'
import { Behaviour } from '../../src/mock/behaviour.ts'
import type { Guard } from '../../src/mock/guards.ts'
import { createHandlers } from '../../src/mock/resources/index.ts'
import { contract, schemasDirectory } from '../../src/testing/contract.ts'

/** The moment at which every call of these tests is made. */
const now = new Date('2026-03-05T09:00:00Z')

/** The books that the handlers of these tests share. */
export const bank = new Bank()

const handlers = createHandlers({ contract, schemasDirectory, bank })

/** What a call differs in from a call without parameters of the first customer. */
export interface CallData {
  readonly username?: string
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** Rules that the sandbox does not keep. */
  readonly without?: readonly Guard[]
}

/** Calls a handler as the gateway does. */
export function ask(id: string, market: MarketId, data: CallData = {}): Answer {
  const call = callOf(operationNamed(id), market, data)
  return handlers.byId[id]?.(call) ?? handlers.bySample(call)
}

/** Returns the operation of an id. */
export function operationNamed(id: string): Operation {
  const operation = contract.operations.find((candidate) => candidate.id === id)
  if (operation === undefined) throw new Error(`no document holds ${id}`)
  return operation
}

function callOf(operation: Operation, market: MarketId, data: CallData): ResourceCall {
  const { username = 'SandboxUser1', params = {}, query = {}, body, without = [] } = data
  const behaviour = new Behaviour()
  without.forEach((guard) => behaviour.drop(guard))
  return {
    operation,
    params,
    query,
    headers: {},
    body,
    market: marketOf(market),
    clientId: 'an-application',
    username,
    now,
    behaviour,
  }
}

/** Every right call that a customer can make of an operation: one per account, or per statement of a card. */
export function rightCalls(operation: Operation, market: MarketId, username: string): CallData[] {
  const takesRange = operation.parameters.some(
    ({ name, required }) => required && name === 'transactionFromDate',
  )
  const query: CallData['query'] = takesRange
    ? { transactionFromDate: '2025-11-01', transactionToDate: '2026-03-05' }
    : {}
  if (!operation.path.includes('{accountId}')) return [{ username, query, body: bodyOf(operation, market) }]
  return bank
    .accountsOf(marketOf(market), username)
    .flatMap((account) => paramsOf(operation, account))
    .map((params) => ({ username, query, params }))
}

function paramsOf(operation: Operation, account: Account): Readonly<Record<string, string>>[] {
  if (!operation.path.includes('{statementId}')) return [{ accountId: account.id }]
  if (account.product.kind !== 'creditCard') return []
  return bank.statementsOf(account, dayOf(now)).map(({ id }) => ({ accountId: account.id, statementId: id }))
}

/** A search names every account of the first customer, so that others get a partial or no answer. */
function bodyOf(operation: Operation, market: MarketId): unknown {
  const accounts = bank.accountsOf(marketOf(market), 'SandboxUser1')
  if (operation.id === 'searchTransactions')
    return { transactionDetailsRequest: accounts.map(({ id }) => ({ accountId: id })) }
  return undefined
}

/** The id of the account of a product that a customer holds in a market. */
export function accountId(kind: ProductKind, username = 'SandboxUser1', market: MarketId = 'sg'): string {
  const account = bank.accountsOf(marketOf(market), username).find(({ product }) => product.kind === kind)
  if (account === undefined) throw new Error(`${username} holds no ${kind} in ${market}`)
  return account.id
}
