import type { Account } from '../accounts.ts'
import { effectOf, type Transaction } from '../transactions.ts'

/** A movement that a payment made on an account. */
export interface Posting {
  readonly accountId: string
  readonly direction: Transaction['direction']
  /** Minor units of the account's currency. */
  readonly amount: number
  readonly reference: string
  /** Who stands on the other side. */
  readonly name: string
  readonly text: string
  readonly day: string
  /** Where it shows; in balance and transactions, unless the sandbox keeps its books badly. */
  readonly shows?: 'balance' | 'transactions' | undefined
}

/** What payments moved since the last reset, by account, the newest first. */
export class Ledger {
  readonly #postings = new Map<string, readonly Posting[]>()

  /** Books movements; what one payment moves is booked together. */
  post(postings: readonly Posting[]): void {
    for (const posting of postings)
      this.#postings.set(posting.accountId, [posting, ...this.of(posting.accountId)])
  }

  /** Lists the movements of an account; the same list until another one is booked. */
  of(accountId: string): readonly Posting[] {
    return this.#postings.get(accountId) ?? none
  }

  /** Forgets every movement. */
  clear(): void {
    this.#postings.clear()
  }
}

const none: readonly Posting[] = []
const moved = new WeakMap<readonly Posting[], Account>()

/** Returns an account with the balance that its movements leave. */
export function movedAccount(account: Account, postings: readonly Posting[]): Account {
  if (postings.length === 0) return account
  const known = moved.get(postings)
  if (known !== undefined) return known
  const balance = postings
    .filter(({ shows }) => shows !== 'transactions')
    .reduce((sum, posting) => sum + effectOf(account, posting), account.balance)
  const after = { ...account, balance }
  moved.set(postings, after)
  return after
}

/** Puts movements among the transactions of an account, the newest first; each shows the balance it left. */
export function movedHistory(
  account: Account,
  postings: readonly Posting[],
  history: readonly Transaction[],
): readonly Transaction[] {
  if (postings.length === 0) return history
  const shown = postings.filter(({ shows }) => shows !== 'balance').map(transactionOf)
  const all = [...shown, ...history].sort((left, right) => right.madeOn.localeCompare(left.madeOn))
  let balance = account.balance
  return all.map((transaction) => {
    const left = { ...transaction, balance }
    balance -= effectOf(account, transaction)
    return left
  })
}

/** Shows a movement as a transaction, booked at once. */
function transactionOf({ reference, direction, amount, name, text, day }: Posting): Transaction {
  return {
    id: reference,
    direction,
    amount,
    merchant: { name, text, category: 'TRANSFER', code: '6500' },
    madeOn: day,
    postedOn: day,
    balance: 0,
    paidAbroad: false,
    byCheque: false,
  }
}
