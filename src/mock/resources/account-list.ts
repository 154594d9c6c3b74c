import { type Handler, json, type ResourceCall } from '../answer.ts'
import type { Account } from '../bank/accounts.ts'
import { foreignAmount, foreignCurrencyOf } from '../bank/currencies.ts'
import { dayOf } from '../bank/days.ts'
import { decimal } from '../bank/money.ts'
import { type Product, products } from '../bank/products.ts'
import { accountFields } from './account-fields.ts'
import { ownAccounts } from './account-lookup.ts'
import type { Desk } from './desk.ts'
import { cutPage, readPage } from './page.ts'
import { refuse } from './refusal.ts'

/** Lists the accounts of the customer by group, with the totals of each group. */
export function listAccounts(desk: Desk): Handler {
  return (call) => {
    const page = readPage(call)
    if ('status' in page) return refuse(call, page)
    const { items, nextStartIndex } = cutPage(ownAccounts(desk, call), page, call)
    const groups = [...new Set(items.map(({ product }) => product.group))]
    const accountGroupSummary = groups.map((group) =>
      groupFields(desk, call, { group, accounts: items.filter(({ product }) => product.group === group) }),
    )
    return json(200, desk.write(call.operation, { accountGroupSummary, nextStartIndex }))
  }
}

interface Group {
  readonly group: Product['group']
  readonly accounts: readonly Account[]
}

function groupFields(desk: Desk, call: ResourceCall, { group, accounts }: Group): object {
  const owned = accounts.every(({ product }) => product.classification === 'ASSET')
  const sum = (of: (account: Account) => number) =>
    totalFields(
      call.market.currency,
      accounts.reduce((total, account) => total + of(account), 0),
    )
  return {
    accountGroup: group,
    accounts: accounts.map((account) =>
      onlyProduct(account, 'AccountSummary', accountFields(desk, account, dayOf(call.now))),
    ),
    insurancePolicies: group === 'SAVINGS_AND_INVESTMENTS' ? [policyFields(call)] : undefined,
    totalCurrentBalance: owned ? sum(({ balance }) => balance) : undefined,
    totalAvailableBalance: owned ? sum(({ balance, held }) => balance - held) : undefined,
    totalOutstandingBalance: owned ? undefined : sum(({ balance }) => balance),
  }
}

function totalFields(currency: string, minorUnits: number): object {
  return {
    localCurrencyCode: currency,
    localCurrencyBalanceAmount: decimal(minorUnits),
    foreignCurrencyCode: foreignCurrencyOf(currency),
    foreignCurrencyBalanceAmount: decimal(foreignAmount(minorUnits, currency)),
  }
}

/** A policy is no account: it shows no account number, only the number of the policy. */
function policyFields({ market }: ResourceCall): object {
  return { currencyCode: market.currency, displayAccountNumber: undefined }
}

/** Puts fields under the name of an account's product and takes the other products away. */
export function onlyProduct({ product }: Account, ending: string, fields: object): object {
  return Object.fromEntries(
    products.map(({ kind }) => [`${kind}${ending}`, kind === product.kind ? fields : undefined]),
  )
}
