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

const accountsOnPage = 8

/** Lists the accounts of the customer by group, with the totals of each group. */
export function listAccounts(desk: Desk): Handler {
  return (call) => {
    const page = readPage(call, accountsOnPage)
    if ('status' in page) return refuse(call, page)
    const own = ownAccounts(desk, call)
    const { items, nextStartIndex } = cutPage(own, page, call)
    const groups = [...new Set(items.map(({ product }) => product.group))]
    const accountGroupSummary = groups.map((group) => {
      const isOfGroup = ({ product }: Account) => product.group === group
      const last = own.findLast(isOfGroup)
      return groupFields(desk, call, {
        group,
        accounts: items.filter(isOfGroup),
        // Policies follow the last account of their group, so that no two pages hold them.
        payer: last !== undefined && items.includes(last) ? last : undefined,
      })
    })
    return json(200, desk.write(call.operation, { accountGroupSummary, nextStartIndex }))
  }
}

interface Group {
  readonly group: Product['group']
  readonly accounts: readonly Account[]
  /** The account that pays for the policies shown with the group; undefined where none are shown. */
  readonly payer: Account | undefined
}

function groupFields(desk: Desk, call: ResourceCall, { group, accounts, payer }: Group): object {
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
    insurancePolicies:
      group === 'SAVINGS_AND_INVESTMENTS' && payer !== undefined ? [policyFields(payer)] : undefined,
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

/** A policy is no account: the number that it shows besides its own is that of the account which pays for it. */
function policyFields({ currency, displayNumber }: Account): object {
  return { currencyCode: currency, displayAccountNumber: displayNumber }
}

/** Puts fields under the name of an account's product and takes the other products away. */
export function onlyProduct({ product }: Account, ending: string, fields: object): object {
  return Object.fromEntries(
    products.map(({ kind }) => [`${kind}${ending}`, kind === product.kind ? fields : undefined]),
  )
}
