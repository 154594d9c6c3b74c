import { type Handler, json, type ResourceCall } from '../../answer.ts'
import { type Card } from '../../bank/cards/card.ts'
import { dayOf, addMonths } from '../../bank/days.ts'
import { decimal, share } from '../../bank/money.ts'
import type { Statement } from '../../bank/statements.ts'
import { type Fields, fieldsOf, listOf, textOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'
import { notFound, refuse } from '../refusal.ts'
import { findCard } from './card-lookup.ts'

/** Shows the statements of several cards; those that cannot be read have an error instead, and the status is 206. */
export function searchStatementSummaries(desk: Desk): Handler {
  return (call) => {
    const wanted = listOf(fieldsOf(call.body)['statementSummaryRequest'])
    const found = wanted.map((one) => readOne(desk, call, one))
    if (found.every(({ isRead }) => !isRead)) return refuse(call, notFound)
    const status = found.every(({ isRead }) => isRead) ? 200 : 206
    const creditCardStatementSummary = found.map(({ fields }) => fields)
    return json(status, desk.write(call.operation, { creditCardStatementSummary }, status))
  }
}

interface Read {
  readonly isRead: boolean
  readonly fields: Fields
}

function readOne(desk: Desk, call: ResourceCall, wanted: Fields): Read {
  const cardId = textOf(wanted['cardId'])
  const card = findCard(desk, call, cardId)
  const statements = 'status' in card ? [] : statementsOf(desk, call, { card, wanted })
  if ('status' in card || statements.length === 0)
    return { isRead: false, fields: { cardId, displayAccountNumber: 'XXXXXXXXXXXX', ...unread } }
  return { isRead: true, fields: summaryOf(card, statements) }
}

const unread = {
  creditCardStatement: undefined,
  nextStartIndex: undefined,
  statementSummaryErrorDetails: {
    type: 'error',
    code: 'resourceNotFound',
    details: 'Empty resource/resource not found',
  },
}

interface Asked {
  readonly card: Card
  readonly wanted: Fields
}

/** The statements of the card's account, all of them or those that are named. */
function statementsOf(
  { bank }: Desk,
  { market, now }: ResourceCall,
  { card, wanted }: Asked,
): readonly Statement[] {
  const account = bank.findAccount(market, card.account.id) ?? card.account
  if (card.kind === 'debit') return []
  const statements = bank.statementsOf(account, dayOf(now))
  const named = listOf(wanted['statementList']).map(({ statementId }) => textOf(statementId))
  return named.length === 0 ? statements : statements.filter(({ id }) => named.includes(id))
}

function summaryOf(card: Card, statements: readonly Statement[]): Fields {
  const [last] = statements
  return {
    cardId: card.id,
    displayAccountNumber: card.account.displayNumber,
    eligibleSourceAcctsForPaymentFlag: true,
    eppEligibleAmount: decimal(last?.closing ?? 0),
    eppMinimumEligibleAmount: 50,
    eppMinimumInstallmentAmount: 5,
    creditCardStatement: statements.map((statement) => ({
      statementDate: statement.closedOn,
      statementId: statement.id,
      currencyCode: card.account.currency,
      creditLimit: decimal(card.limit),
      outstandingBalance: decimal(statement.closing),
      lastStatementBalance: decimal(statement.opening),
      paymentDueDate: `${addMonths(statement.closedOn, 1).slice(0, 8)}18`,
      minimumDueAmount: decimal(share(statement.closing, 500)),
    })),
    statementSummaryErrorDetails: undefined,
    nextStartIndex: undefined,
  }
}
