import { type Handler, json, type ResourceCall } from '../answer.ts'
import { dayOf } from '../bank/days.ts'
import type { Statement } from '../bank/statements.ts'
import type { Account } from '../bank/accounts.ts'
import { findAccount, ownAccounts } from './account-lookup.ts'
import type { Desk } from './desk.ts'
import { cutPage, readCount } from './page.ts'
import { invalid, type Refusal, refuse } from './refusal.ts'
import { movementFields } from './transaction-fields.ts'
import { applyFilter, type FilterRequest, readFilter, type TransactionFilter } from './transaction-filter.ts'

interface Search extends FilterRequest {
  /** The gateway asks for it; where it does not, the customer's first account is meant. */
  readonly accountId?: string
  readonly currencyCode?: string
  readonly nextStartIndex?: string
}

interface Found {
  readonly search: Search
  readonly account: Account | Refusal
  readonly filter: TransactionFilter
  readonly start: number
}

const pageSize = 10

/** What stands in the place of an account that is not there, or not for this customer. */
const missing = {
  type: 'error',
  code: 'resourceNotFound',
  details: 'Empty resource/resource not found',
  location: 'accountId',
  moreInfo: undefined,
}

/**
 * Searches the transactions of several accounts. Accounts that cannot be read have an error in their place,
 * and the answer is then a partial one; when there is nothing but errors, the search is refused.
 */
export function searchTransactions(desk: Desk): Handler {
  return (call) => {
    const found = searchesOf(call.body).map((search) => readSearch(desk, call, search))
    const wrong = found.find((each) => 'status' in each)
    if (wrong !== undefined) return refuse(call, wrong)
    const read = found.filter((each) => 'search' in each)
    if (read.every(isMissing)) return refuse(call, invalid('accountId'))
    const status = read.some(isMissing) ? 206 : 200
    const transactionDetails = read.map((each) => resultFields(desk, call, each))
    return json(status, desk.write(call.operation, { transactionDetails }, status))
  }
}

function searchesOf(body: unknown): readonly Search[] {
  const { transactionDetailsRequest: list } = (body ?? {}) as { transactionDetailsRequest?: unknown }
  return Array.isArray(list) ? (list as Search[]) : []
}

function isMissing({ account }: Found): boolean {
  return 'status' in account
}

function readSearch(desk: Desk, call: ResourceCall, search: Search): Found | Refusal {
  const filter = readFilter(search, call)
  if ('status' in filter) return filter
  const start = readCount(search.nextStartIndex ?? '1')
  if (start === undefined && call.behaviour.enforces('paging.cursor')) return invalid('nextStartIndex')
  const [first] = ownAccounts(desk, call)
  const account = findAccount(desk, call, search.accountId ?? first?.id ?? '')
  return { search, account, filter, start: start ?? 1 }
}

function resultFields(desk: Desk, call: ResourceCall, { search, account, filter, start }: Found): object {
  if ('status' in account) return errorFields(search)
  const today = dayOf(call.now)
  const inCurrency = search.currencyCode === undefined || search.currencyCode === account.currency
  const all = inCurrency ? applyFilter(desk.bank.transactionsOf(account, today), filter, call) : []
  const { items, nextStartIndex } = cutPage(all, { start, size: pageSize }, call)
  const isCard = account.product.kind === 'creditCard'
  return {
    accountId: account.id,
    ...movementFields(account, items),
    statements: isCard ? statementFields(desk.bank.statementsOf(account, today), filter) : undefined,
    transactionErrorDetails: undefined,
    nextStartIndex,
  }
}

function errorFields({ accountId }: Search): object {
  return {
    accountId,
    transactions: undefined,
    statements: undefined,
    investmentTransaction: undefined,
    transactionErrorDetails: missing,
    nextStartIndex: undefined,
  }
}

function statementFields(
  statements: readonly Statement[],
  { from = '', to = '9999' }: TransactionFilter,
): object[] {
  return statements
    .filter(({ closedOn }) => closedOn >= from && closedOn <= to)
    .map(({ id, closedOn }) => ({ statmentId: id, statementDate: closedOn }))
}
