import type { Market } from '../../markets/types.ts'
import { clearNumberOf } from './account-numbers.ts'
import { type Account, openAccounts } from './accounts.ts'
import { CardBook } from './cards/card-book.ts'
import { CorporateCards } from './cards/corporate-cards.ts'
import { Consents } from './consents.ts'
import { ControlFlows } from './control-flows.ts'
import { CreditApplications } from './credit-applications.ts'
import { CustomerRecords } from './customer-records.ts'
import { customers } from './customers.ts'
import { Ledger, movedAccount, movedHistory } from './payments/ledger.ts'
import { Payments } from './payments/payments.ts'
import { openProfile, type Profile } from './profiles.ts'
import { type Loan, LoanBook } from './loans.ts'
import { Rewards } from './reward-links.ts'
import { listStatements, type Statement } from './statements.ts'
import { TopUps } from './top-ups.ts'
import { listTransactions, type Transaction } from './transactions.ts'

interface Day<Item> {
  readonly today: string
  readonly items: readonly Item[]
}

/** The books of the bank: made on first use from the data of the markets, and what customers changed since. */
export class Bank {
  /** What customers have begun and not confirmed. */
  readonly flows = new ControlFlows()
  /** What customers have borrowed. */
  readonly loans = new LoanBook()
  readonly topUps = new TopUps()
  readonly consents = new Consents()
  readonly creditApplications = new CreditApplications()
  readonly rewards = new Rewards()
  readonly customerRecords = new CustomerRecords()
  readonly corporateCards = new CorporateCards()
  readonly cards = new CardBook((market, username) => ({
    market,
    username,
    profile: this.profileOf(market, username),
    accounts: this.accountsOf(market, username),
  }))
  /** What payments moved on the accounts. */
  readonly ledger = new Ledger()
  /** Payees, and payments that have not moved yet. */
  readonly payments = new Payments(this)
  /** Accounts as they were before any payment. */
  readonly #accounts = new Map<string, readonly Account[]>()
  readonly #opened = new Map<string, Account>()
  readonly #profiles = new Map<string, Profile>()
  readonly #transactions = new Map<string, Day<Transaction>>()
  readonly #statements = new Map<string, Day<Statement>>()

  /** Lists the accounts of a customer in a market; none for a stranger. */
  accountsOf(market: Market, username: string): readonly Account[] {
    const key = keyOf(market, username)
    const opened = remember(this.#accounts, key, () => openAccounts(market, username))
    opened.forEach((account) => this.#opened.set(account.id, account))
    return opened.map((account) => movedAccount(account, this.ledger.of(account.id)))
  }

  /** Finds an account of a market, whoever holds it. */
  findAccount(market: Market, id: string): Account | undefined {
    return customers
      .flatMap(({ username }) => this.accountsOf(market, username))
      .find((account) => account.id === id)
  }

  /** Finds an account of a market by its whole number. */
  findByNumber(market: Market, number: string): Account | undefined {
    return customers
      .flatMap(({ username }) => this.accountsOf(market, username))
      .find((account) => clearNumberOf(account) === number)
  }

  /** Finds a loan of a market, whoever owes it. */
  findLoan(market: Market, id: string, today: string): Loan | undefined {
    return customers
      .flatMap(({ username }) => this.accountsOf(market, username))
      .flatMap((account) => this.loans.loansOf(account, today))
      .find((loan) => loan.id === id)
  }

  /** Lists the movements of an account up to a day, the newest first. */
  transactionsOf(account: Account, today: string): readonly Transaction[] {
    const postings = this.ledger.of(account.id)
    return ofDay(this.#transactions, { id: account.id, today: `${today}/${postings.length}` }, () =>
      movedHistory(account, postings, listTransactions(this.#opened.get(account.id) ?? account, today)),
    )
  }

  /** Lists the monthly statements of an account up to a day, the newest first. */
  statementsOf(account: Account, today: string): readonly Statement[] {
    const history = this.transactionsOf(account, today)
    const state = `${today}/${this.ledger.of(account.id).length}`
    return ofDay(this.#statements, { id: account.id, today: state }, () =>
      listStatements(account, history, today),
    )
  }

  /** Returns who a customer is in a market. */
  profileOf(market: Market, username: string): Profile {
    return remember(this.#profiles, keyOf(market, username), () => openProfile(market, username))
  }

  /** Returns the telephone number that one-time passwords are sent to, with the dialling code of the market. */
  phoneOf(market: Market, username: string): string {
    return market.dialCode + this.profileOf(market, username).phone
  }

  /** Forgets what customers changed. */
  reset(): void {
    this.customerRecords.clear()
    this.cards.clear()
    this.corporateCards.clear()
    this.flows.clear()
    this.loans.clear()
    this.topUps.clear()
    this.consents.clear()
    this.creditApplications.clear()
    this.rewards.clear()
    this.ledger.clear()
    this.payments.clear()
  }
}

function keyOf(market: Market, username: string): string {
  return `${market.id}/${username}`
}

function remember<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}

/** Keeps the newest day and state only: time in the sandbox moves forward, and memory stays small. */
function ofDay<Item>(
  known: Map<string, Day<Item>>,
  { id, today }: { readonly id: string; readonly today: string },
  list: () => readonly Item[],
): readonly Item[] {
  const last = known.get(id)
  if (last?.today === today) return last.items
  const items = list()
  known.set(id, { today, items })
  return items
}
