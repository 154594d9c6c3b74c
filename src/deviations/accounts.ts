import type { DeviationArea } from './types.ts'

/** What journeys expect of a transfer that was quoted with 500. */
const promisedByQuote = (
  ['money.personal.moves', 'money.flow.once', 'money.schedule.moves', 'money.schedule.repeats'] as const
).map((requirement) => ({
  requirement,
  at: ['balances before and after'],
  expected: /^(500|1500)\.00( out, 500\.00 in)?$/,
  anywhere: true as const,
}))

/** What accounts and transfers do. */
export const accounts = {
  'unknown-account-400': {
    what: 'An account that does not exist is refused with 400 invalidRequest, not with 404.',
    evidence:
      'Told of the transactions of an id with further digits in front; the transfer calls do the same.',
    since: '2020-08-04',
    shows: { operations: ['listTransactions'], statuses: [400] },
    occurs: 'asked',
    findings: [
      { requirement: 'access.object.unknown', at: ['status'], actual: /^400 invalidRequest$/ },
      { requirement: 'shape.status.documented', at: ['status'], actual: /^400$/ },
    ],
  },
  'transactions-detail-flag': {
    what: 'A transaction says in transactionDetailViewFlag whether it has details, which no document knows.',
    evidence: 'In each transaction of a recorded list for Bahrain.',
    since: '2020-08-04',
    shows: { operations: ['listTransactions'], statuses: [200, 206] },
    occurs: 'always',
    findings: [
      {
        requirement: 'shape.body.undocumented-field',
        at: ['/transactions/*/transactionDetailViewFlag'],
      },
    ],
  },
  'transaction-date-blank': {
    what: 'One transaction of the sandbox has a blank before its two dates.',
    evidence: 'One item of a recorded list for Bahrain, dated 1 January 2019.',
    since: '2020-08-04',
    shows: { operations: ['listTransactions'], statuses: [200, 206] },
    occurs: 'sometimes',
    findings: [
      {
        requirement: 'shape.body.documented',
        at: ['/transactions/*/transactionDate', '/transactions/*/transactionPostingDate'],
        actual: /^" \d{4}-\d{2}-\d{2}"$/,
      },
    ],
  },
  'transfer-quote-canned': {
    what: 'The quote of an own transfer speaks of 500, whatever was asked for.',
    evidence: 'Recorded for Bahrain: 30 was asked for, and the transfer after it moved 500 as well.',
    since: '2020-08-08',
    shows: { operations: ['preprocessPersonalTransfer'], statuses: [200] },
    occurs: 'sometimes',
    findings: [
      {
        requirement: 'shape.value.amount-asked',
        at: ['/debitDetails/transactionDebitAmount', '/creditDetails/transactionCreditAmount'],
        actual: /^500$/,
      },
      ...promisedByQuote,
      { requirement: 'money.books.transaction', at: ['/*'], expected: /^DEBIT 500$/, anywhere: true },
    ],
  },
  'transfer-confirmation-capitals': {
    what: 'The confirmation of an own transfer writes SourceAccount and DestinationAccount with capitals.',
    evidence: 'Recorded for Bahrain; the model of the bank begins both with a small letter.',
    since: '2020-08-08',
    shows: { operations: ['executePersonalTransfer'], statuses: [200] },
    occurs: 'always',
    findings: [
      {
        requirement: 'shape.body.documented',
        at: ['/sourceAccount', '/destinationAccount'],
        actual: /^no such field$/,
      },
      { requirement: 'shape.body.undocumented-field', at: ['/SourceAccount', '/DestinationAccount'] },
      {
        requirement: 'money.transfer.balance-told',
        at: ['/sourceAccount/sourceAccountAvailableBalance'],
        actual: /^undefined$/,
      },
    ],
  },
} as const satisfies DeviationArea
