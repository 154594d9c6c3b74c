import { type Handler, json, type ResourceCall } from '../answer.ts'
import type { Account } from '../bank/accounts.ts'
import { dayOf } from '../bank/days.ts'
import { decimal } from '../bank/money.ts'
import { accountFields, type AccountFields } from './account-fields.ts'
import { ownAccounts } from './account-lookup.ts'
import type { Desk } from './desk.ts'
import { refuse } from './refusal.ts'
import { type UsPlace, usPlaces, withoutLists } from './us-places.ts'

/** Shows the accounts of the customer with their details, by group. */
export function listUsAccountDetails(desk: Desk): Handler {
  return (call) => {
    const accounts = ownAccounts(desk, call)
    if (accounts.length === 0) return refuse(call, { status: 400, code: 'noAccounts' })
    const groups = [...new Set(usPlaces.map(({ group }) => group))]
    const { customerId } = desk.bank.profileOf(call.market, call.username ?? '')
    return json(
      200,
      desk.write(call.operation, {
        accountGroupDetails: groups.flatMap((group) => groupFields(desk, call, placedIn(group, accounts))),
        customer: { customerId },
      }),
    )
  }
}

interface Placed {
  readonly account: Account
  readonly place: UsPlace
}

function placedIn(group: UsPlace['group'], accounts: readonly Account[]): Placed[] {
  return usPlaces
    .filter((place) => place.group === group)
    .flatMap((place) =>
      accounts.filter(({ product }) => product.kind === place.kind).map((account) => ({ account, place })),
    )
}

/** Describes a group; nothing when the customer holds none of its products. */
function groupFields(desk: Desk, call: ResourceCall, placed: readonly Placed[]): object[] {
  const [first] = placed
  if (first === undefined) return []
  const today = dayOf(call.now)
  const details = placed.map((each) => detailFields(each, accountFields(desk, each.account, today)))
  const { group, details: list } = first.place
  return [{ ...withoutLists('details'), accountGroup: group, [list]: details, ...totals(placed) }]
}

function detailFields({ account, place }: Placed, fields: AccountFields): object {
  const isCertificate = account.product.kind === 'timeDeposit'
  return {
    ...fields,
    productName: place.name,
    accountDescription: `${place.name} - ${account.displayNumber.slice(-4)}`,
    availableBalance: isCertificate ? undefined : fields['availableBalance'],
    maturityDate: isCertificate ? fields['maturityDate'] : undefined,
    ...(isCertificate ? {} : { maturityTerm: undefined }),
  }
}

/** Only deposits say what can be spent, and a certificate is no part of that. */
function totals(placed: readonly Placed[]): object {
  const spendable = placed.filter(({ place }) => place.kind === 'checking' || place.kind === 'savings')
  return {
    totalCurrentBalance: totalOf(placed, ({ balance }) => balance),
    totalAvailableBalance:
      spendable.length === 0 ? undefined : totalOf(spendable, ({ balance, held }) => balance - held),
  }
}

function totalOf(placed: readonly Placed[], of: (account: Account) => number): object {
  const total = placed.reduce((sum, { account }) => sum + of(account), 0)
  return { localCurrencyCode: placed[0]?.account.currency, localCurrencyBalanceAmount: decimal(total) }
}
