/** An account as a list or a details answer shows it. */
export interface ListedAccount {
  readonly accountId: string
  readonly currencyCode: string
  /** Currency and balance in words, comparable between list and details. */
  readonly facts: string
}

/** Finds every account object in an answer: objects that hold a currency and a display number. */
export function listedAccounts(node: unknown): ListedAccount[] {
  if (typeof node !== 'object' || node === null) return []
  const fields = node as Record<string, unknown>
  if (typeof fields['currencyCode'] === 'string' && typeof fields['displayAccountNumber'] === 'string')
    return [accountOf(fields)]
  return Object.values(fields).flatMap(listedAccounts)
}

function accountOf(fields: Record<string, unknown>): ListedAccount {
  const balance = fields['currentBalance'] ?? fields['outstandingBalance']
  return {
    accountId: String(fields['accountId'] ?? ''),
    currencyCode: String(fields['currencyCode']),
    facts: `${String(fields['displayAccountNumber'])} ${String(fields['currencyCode'])} ${String(balance ?? '-')}`,
  }
}
