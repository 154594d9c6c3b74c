import { type Answer, type Handler, json, type ResourceCall } from '../answer.ts'
import type { Account } from '../bank/accounts.ts'
import { addMonths, dayOf } from '../bank/days.ts'
import { decimal, share } from '../bank/money.ts'
import type { Statement } from '../bank/statements.ts'
import { accountOfPath } from './account-lookup.ts'
import type { Desk } from './desk.ts'
import { cutPage, readPage } from './page.ts'
import { notFound, refuse } from './refusal.ts'
import { transactionFields } from './transaction-fields.ts'

const statementsOnPage = 3
const transactionsOnPage = 5

/** Lists the statements of an account; only cards have any. */
export function listStatements(desk: Desk): Handler {
  return (call) => {
    const account = accountOfPath(desk, call)
    if ('status' in account) return refuse(call, account)
    const page = readPage(call, statementsOnPage)
    if ('status' in page) return refuse(call, page)
    const { items, nextStartIndex } = cutPage(statementsOf(desk, account, call), page, call)
    const statementList = items.map(({ id, closedOn }) => ({ statementId: id, statementDate: closedOn }))
    return json(200, desk.write(call.operation, { statementList, nextStartIndex }))
  }
}

/** Shows one statement of a card; the date and the currency, when given, must be those of the statement. */
export function getStatement(desk: Desk): Handler {
  return (call) => {
    const account = accountOfPath(desk, call)
    if ('status' in account) return refuse(call, account)
    const statements = statementsOf(desk, account, call)
    const wanted = statements.find((each) => isWanted(call, account, each))
    const statement = wanted ?? (call.behaviour.enforces('object.exists') ? undefined : statements[0])
    if (statement === undefined) return refuse(call, notFound)
    return showStatement(desk, call, { account, statement })
  }
}

function statementsOf({ bank }: Desk, account: Account, { now }: ResourceCall): readonly Statement[] {
  return account.product.kind === 'creditCard' ? bank.statementsOf(account, dayOf(now)) : []
}

function isWanted({ params, query }: ResourceCall, account: Account, { id, closedOn }: Statement): boolean {
  const { currencyCode = account.currency, statementDate = closedOn } = query
  return id === params['statementId'] && currencyCode === account.currency && statementDate === closedOn
}

interface Shown {
  readonly account: Account
  readonly statement: Statement
}

function showStatement(desk: Desk, call: ResourceCall, { account, statement }: Shown): Answer {
  const page = readPage(call, transactionsOnPage)
  if ('status' in page) return refuse(call, page)
  const { items, nextStartIndex } = cutPage(statement.transactions, page, call)
  const creditCardStatement = {
    displayAccountNumber: account.displayNumber,
    statementDate: statement.closedOn,
    statementSummary: summaryFields(account, statement),
    // The first page alone shows them, so that no two pages hold them.
    unSecuredLoans: page.start === 1 ? [{ lastPaymentDate: statement.closedOn }] : undefined,
    transactions: items.map((each) => transactionFields(account, each)),
    nextStartIndex,
  }
  return json(200, desk.write(call.operation, { creditCardStatement }))
}

function summaryFields(account: Account, statement: Statement): object {
  const cash = decimal(share(account.principal, 2_500))
  return {
    outstandingBalance: decimal(statement.closing),
    beginningBalanceAmount: decimal(statement.opening),
    totalDebitAmount: decimal(statement.debits),
    totalCreditAmount: decimal(statement.credits),
    creditLimit: decimal(account.principal),
    cashAdvanceLimit: cash,
    cashAdvanceAvailableAmount: cash,
    paymentDueDate: `${addMonths(statement.closedOn, 1).slice(0, 8)}18`,
    billingCurrencyCode: account.currency,
    netInterestAmount: 0,
    pastDueAmount: 0,
  }
}
