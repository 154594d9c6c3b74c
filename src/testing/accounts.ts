/** An account as a list or a details answer shows it. */
export interface ListedAccount {
  readonly accountId: string
  readonly number: string
  /** Undefined where the documents give a product no such field. */
  readonly currencyCode: string | undefined
  readonly balance: number | undefined
}

/** Objects that show the number of an account without being one. */
const notAccounts = ['insurancePolicies']

/** Finds every account object in an answer: objects that hold a display number. */
export function listedAccounts(node: unknown): ListedAccount[] {
  if (typeof node !== 'object' || node === null) return []
  const fields = node as Record<string, unknown>
  if (typeof fields['displayAccountNumber'] === 'string')
    return [accountOf(fields, fields['displayAccountNumber'])]
  return Object.entries(fields).flatMap(([name, value]) =>
    notAccounts.includes(name) ? [] : listedAccounts(value),
  )
}

function accountOf(fields: Record<string, unknown>, number: string): ListedAccount {
  const { accountId, currencyCode } = fields
  const balance = fields['currentBalance'] ?? fields['outstandingBalance']
  return {
    accountId: typeof accountId === 'string' ? accountId : '',
    number,
    currencyCode: typeof currencyCode === 'string' ? currencyCode : undefined,
    balance: typeof balance === 'number' ? balance : undefined,
  }
}

/** Says what two views of an account show, leaving out what one of them does not know. */
export function commonFacts(one: ListedAccount, other: ListedAccount | undefined): string {
  const parts = [
    one.number,
    other?.currencyCode === undefined ? undefined : one.currencyCode,
    other?.balance === undefined ? undefined : one.balance,
  ]
  return parts.filter((part) => part !== undefined).join(' ')
}
