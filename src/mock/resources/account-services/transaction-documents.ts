import { type Handler, json } from '../../answer.ts'
import { dayOf } from '../../bank/days.ts'
import { amountText } from '../../bank/money.ts'
import type { Transaction } from '../../bank/transactions.ts'
import { accountOfPath } from '../account-lookup.ts'
import type { Desk } from '../desk.ts'
import { cutPage, readPage } from '../page.ts'
import { invalid, refuse } from '../refusal.ts'
import { applyFilter, readFilter } from '../transaction-filter.ts'

const formats = ['PDF', 'CSV', 'XLS']

/** Writes transactions as a document, page by page. */
export function getTransactionDocument(desk: Desk): Handler {
  return (call) => {
    const account = accountOfPath(desk, call)
    if ('status' in account) return refuse(call, account)
    const { downloadFormat = '', transactionStartDate: from, transactionEndDate: to } = call.query
    if (!formats.includes(downloadFormat)) return refuse(call, invalid('downloadFormat'))
    const filter = readFilter(
      {
        ...(from === undefined ? {} : { transactionFromDate: from }),
        ...(to === undefined ? {} : { transactionToDate: to }),
      },
      call,
    )
    if ('status' in filter) return refuse(call, invalid('transactionStartDate'))
    const page = readPage(call)
    if ('status' in page) return refuse(call, page)
    const all = applyFilter(desk.bank.transactionsOf(account, dayOf(call.now)), filter, call)
    const { items, nextStartIndex } = cutPage(all, page, call)
    return json(200, desk.write(call.operation, { binaryData: documentOf(items), nextStartIndex }))
  }
}

function documentOf(transactions: readonly Transaction[]): string {
  const lines = transactions.map(({ madeOn, merchant, direction, amount }) =>
    [madeOn, merchant.text, direction, amountText(amount)].join(';'),
  )
  return Buffer.from(lines.join('\n')).toString('base64')
}
