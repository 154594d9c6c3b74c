import { rewrite } from '../defects/defect.ts'
import { answerOf, type Fields, type Imitation, isFields, withItems } from './imitation.ts'

const dayMs = 24 * 60 * 60 * 1000

/** The transaction that was seen with it lay far back. */
function isOld({ transactionDate }: Fields, now: Date): boolean {
  return now.getTime() - new Date(String(transactionDate)).getTime() > 165 * dayMs
}

function withBlankDates(item: Fields): Fields {
  const { transactionDate, transactionPostingDate = transactionDate } = item
  return {
    ...item,
    transactionDate: ` ${String(transactionDate)}`,
    transactionPostingDate: ` ${String(transactionPostingDate)}`,
  }
}

function withAmount(body: unknown, group: string, field: string): Fields {
  const details = isFields(body) && isFields(body[group]) ? body[group] : {}
  return { ...details, [field]: 500 }
}

/** What accounts and transfers do. */
export const accountImitations = {
  'unknown-account-400': {
    apply: rewrite(answerOf(404, 'listTransactions'), (answer) => ({
      ...answer,
      status: 400,
      body: { type: 'invalid', code: 'invalidRequest', details: 'Missing or invalid Parameters' },
    })),
  },
  'transactions-detail-flag': {
    seenBy: ['shape.operation.succeeds'],
    apply: rewrite(
      answerOf(200, 'listTransactions'),
      withItems('transactions', (item) => ({ ...item, transactionDetailViewFlag: true })),
    ),
  },
  'transaction-date-blank': {
    seenBy: ['accounts.transactions.date-filter'],
    apply: rewrite(answerOf(200, 'listTransactions'), (answer, { now }) =>
      withItems('transactions', (item) => (isOld(item, now) ? withBlankDates(item) : item))(answer),
    ),
  },
  'transfer-quote-canned': {
    market: 'bh',
    seenBy: ['shape.operation.succeeds'],
    apply: rewrite(answerOf(200, 'preprocessPersonalTransfer'), (answer) => ({
      ...answer,
      body: {
        ...(answer.body as object),
        debitDetails: withAmount(answer.body, 'debitDetails', 'transactionDebitAmount'),
        creditDetails: withAmount(answer.body, 'creditDetails', 'transactionCreditAmount'),
      },
    })),
  },
  'transfer-confirmation-capitals': {
    market: 'bh',
    seenBy: ['shape.operation.succeeds'],
    apply: rewrite(answerOf(200, 'executePersonalTransfer'), (answer) => {
      if (!isFields(answer.body)) return answer
      const { sourceAccount, destinationAccount, ...rest } = answer.body
      return {
        ...answer,
        body: { SourceAccount: sourceAccount, DestinationAccount: destinationAccount, ...rest },
      }
    }),
  },
} as const satisfies Readonly<Record<string, Imitation>>
