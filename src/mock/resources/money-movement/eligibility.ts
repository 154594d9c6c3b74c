import { type Handler, json, type ResourceCall } from '../../answer.ts'
import type { Account } from '../../bank/accounts.ts'
import type { Payee } from '../../bank/payments/payees.ts'
import { paymentMethods, type Rail } from '../../bank/payments/rails.ts'
import type { Desk } from '../desk.ts'
import { cutPage, type PageRequest, readPage } from '../page.ts'
import { notFound, refuse } from '../refusal.ts'
import { linkedAccountFields } from './linked-account.ts'
import { combinationFields } from './payee-fields.ts'
import { ownPayees, payeesOfType } from './payees.ts'
import { sourceFields, sourceKeys, sourcesOf, takerFields, takersOf } from './source-fields.ts'
import { refuseProxyType } from './proxies.ts'

/** Pairs the customer's own accounts: which can give to which. */
export function listPersonalTransferAccounts(desk: Desk): Handler {
  return (call) => {
    const sources = sourcesOf(desk, call)
    if (sources.length < 2) return refuse(call, notFound)
    return json(
      200,
      desk.write(call.operation, {
        sourceAccounts: sources.map(sourceFields),
        destinationSourceAcctCombinations: takersOf(desk, call).map((taker) =>
          takerFields(taker, sources, call),
        ),
      }),
    )
  }
}

/** Pairs the payees of a rail with the accounts that can pay them. */
export function listAccountsFor(rail: Exclude<Rail, 'personal' | 'proxy'>): (desk: Desk) => Handler {
  return (desk) => (call) => {
    const payees = ownPayees(desk, call).filter(({ kind, active }) => kind === rail && active)
    return showCombinations(desk, call, { payees, sources: sourcesOf(desk, call), rail })
  }
}

/** Pairs all payees, or those of one kind, and the linked account with the accounts that can pay them. */
export function listPayeeSourceAccounts(desk: Desk): Handler {
  return (call) => {
    const payees = payeesOfType(desk, call)
    if ('status' in payees) return refuse(call, payees)
    const sources = sourcesOf(desk, call)
    const page = readPage(call)
    if ('status' in page) return refuse(call, page)
    if (payees.length === 0) return refuse(call, notFound)
    const { items, nextStartIndex } = cutPage(payees, page, call)
    return json(
      200,
      desk.write(call.operation, {
        sourceAccounts: onFirstPage(page, sources).map(sourceFields),
        payeeSourceAccountCombinations: items.map((payee) => combinationFields(payee, sources)),
        destinationSourceAcctCombinations: onFirstPage(page, [
          linkedAccountFields(call, sources),
          ...takersOf(desk, call).map((taker) => takerFields(taker, sourcesOf(desk, call), call)),
        ]),
        nextStartIndex,
      }),
    )
  }
}

/** Lists the accounts that can pay a proxy. */
export function listProxyTransferAccounts(desk: Desk): Handler {
  return (call) => {
    const refusal = refuseProxyType(call)
    if (refusal !== undefined) return refuse(call, refusal)
    const page = readPage(call)
    if ('status' in page) return refuse(call, page)
    const { items, nextStartIndex } = cutPage(sourcesOf(desk, call), { ...page, size: pageSize }, call)
    return json(200, desk.write(call.operation, { sourceAccounts: items.map(sourceFields), nextStartIndex }))
  }
}

/** Pairs the payees of bundles with the accounts that can pay them, by the way of paying. */
export function listBulkPaymentAccounts(desk: Desk): Handler {
  return (call) => {
    const page = readPage(call)
    if ('status' in page) return refuse(call, page)
    const payees = ownPayees(desk, call).filter(({ kind, active }) => isBundled(kind) && active)
    const sources = sourcesOf(desk, call)
    const { items, nextStartIndex } = cutPage(payees, { ...page, size: pageSize }, call)
    const methods = [...new Set(items.map(({ kind }) => paymentMethods[kind][0]))]
    const sourceAccountAndPayee = methods.map((paymentMethod) => ({
      paymentMethod,
      sourceAccounts: onFirstPage(page, sources).map(sourceFields),
      payeeSourceAccountCombinations: items
        .filter(({ kind }) => paymentMethods[kind][0] === paymentMethod)
        .map((payee) => combinationFields(payee, sources)),
    }))
    return json(200, desk.write(call.operation, { sourceAccountAndPayee, nextStartIndex }))
  }
}

/** Bundles pay within the country, bills too. */
function isBundled(kind: Payee['kind']): boolean {
  return kind === 'internal' || kind === 'external' || kind === 'bill'
}

interface Combined {
  readonly rail: Rail
  readonly payees: readonly Payee[]
  readonly sources: readonly Account[]
}

/** Pages of these calls are short: each item names every account that goes with it. */
const pageSize = 2

function showCombinations(
  desk: Desk,
  call: ResourceCall,
  { payees, sources, rail }: Combined,
): ReturnType<Handler> {
  const page = readPage(call)
  if ('status' in page) return refuse(call, page)
  if (payees.length === 0) return refuse(call, notFound)
  const { items, nextStartIndex } = cutPage(payees, { ...page, size: pageSize }, call)
  return json(
    200,
    desk.write(call.operation, {
      sourceAccounts: onFirstPage(page, sources).map(sourceFields),
      payeeSourceAccountCombinations: items.map((payee) => ({
        ...combinationFields(payee, sources),
        // The document of global transfers has one account here, not a list.
        ...(rail === 'global' ? { sourceAccountIds: sourceKeys(sources)[0] } : {}),
      })),
      nextStartIndex,
    }),
  )
}

/** Payees fill pages; what they are paired with stands on the first one. */
function onFirstPage<Item>({ start }: PageRequest, items: readonly Item[]): readonly Item[] {
  return start === 1 ? items : []
}
