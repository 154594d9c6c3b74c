import { expect, test } from '@playwright/test'
import type { ProductKind } from '../../src/mock/bank/products.ts'
import { validators } from '../../src/testing/contract.ts'
import { accountId, ask, type CallData, operationNamed } from './bank-calls.ts'

interface Page {
  readonly transactions: readonly {
    readonly transactionReferenceId: string
    readonly transactionDate: string
  }[]
  readonly nextStartIndex?: string
}

function pages(data: CallData, start = '1'): Page[] {
  const answer = ask('listTransactions', 'sg', { ...data, query: { ...data.query, nextStartIndex: start } })
  const page = answer.body as Page
  return [page, ...(page.nextStartIndex === undefined ? [] : pages(data, page.nextStartIndex))]
}

const references = (all: readonly Page[]) =>
  all.flatMap(({ transactions }) => transactions.map(({ transactionReferenceId }) => transactionReferenceId))

test.describe('transactions', () => {
  const params = { accountId: accountId('checking') }

  test('come once each, page by page', () => {
    const found = references(pages({ params, query: { requestSize: '7' } }))
    expect(found).toHaveLength(57)
    expect(new Set(found).size).toBe(57)
  })

  test('come twice when the sandbox forgets where a page began', () => {
    const found = references(pages({ params, without: ['paging.complete'] }))
    expect(found.length).toBeGreaterThan(new Set(found).size)
  })

  test('name the eleventh as the start of the second page', () => {
    expect(ask('listTransactions', 'sg', { params }).body).toMatchObject({ nextStartIndex: '11' })
  })

  test('keep to the range, both ends included', () => {
    const all = pages({ params }).flatMap(({ transactions }) => transactions)
    const [to, from] = [all[10]!.transactionDate, all[20]!.transactionDate]
    const query = { transactionFromDate: from, transactionToDate: to }
    const within = pages({ params, query }).flatMap(({ transactions }) => transactions)
    expect(within).toEqual(all.slice(10, 21))
    expect(pages({ params, query, without: ['date.filter'] }).flatMap((page) => page.transactions)).toEqual(
      all,
    )
  })

  test('keep to the amounts and the status', () => {
    const query = { amountFrom: '200', amountTo: '500', transactionStatus: 'BILLED' }
    const found = pages({ params, query }).flatMap(({ transactions }) => transactions)
    expect(found.length).toBeGreaterThan(0)
    expect(JSON.stringify(found)).not.toContain('NEW')
  })

  for (const [name, query] of [
    ['nextStartIndex', { nextStartIndex: 'not-a-page' }],
    ['requestSize', { requestSize: '0' }],
    ['transactionStatus', { transactionStatus: 'Inprogress' }],
    ['transactionFromDate', { transactionFromDate: '2026-02-20', transactionToDate: '2026-02-10' }],
  ] as const) {
    test(`with a wrong ${name} are refused by its name`, () => {
      const { status, body } = ask('listTransactions', 'sg', { params, query })
      expect({ status, body }).toMatchObject({
        status: 400,
        body: { code: 'invalidRequest', location: name },
      })
      expect(validators.forPart(operationNamed('listTransactions'), 400)(body)).toEqual([])
    })
  }

  test('are searched in several accounts, and one that is missing makes the answer partial', () => {
    const transactionDetailsRequest = [{ accountId: accountId('checking', 'SandboxUser1', 'in') }]
    const missing = { accountId: 'f'.repeat(88) }
    const search = (requests: object[]) =>
      ask('searchTransactions', 'in', { body: { transactionDetailsRequest: requests } }).status
    expect(search(transactionDetailsRequest)).toBe(200)
    expect(search([...transactionDetailsRequest, missing])).toBe(206)
    expect(search([missing])).toBe(400)
  })
})

test.describe('transactions in the United States', () => {
  const params = { accountId: accountId('checking', 'SandboxUser1', 'us') }

  for (const [code, from, to] of [
    ['transactionFromToDateComboInvalid', '2026-02-20', '2026-02-10'],
    ['tranxFromDate2YrsPriorToCurrDate', '2024-03-04', '2026-02-10'],
    ['tranxToDateAfterCurrDate', '2026-02-20', '2026-03-06'],
  ] as const) {
    test(`are refused as ${code}`, () => {
      const query = { transactionFromDate: from, transactionToDate: to }
      expect(ask('listUsTransactions', 'us', { params, query })).toMatchObject({
        status: 400,
        body: { errors: [{ code }] },
      })
    })
  }

  test('are an empty answer when the range holds none', () => {
    const query = { transactionFromDate: '2025-01-01', transactionToDate: '2025-01-31' }
    expect(ask('listUsTransactions', 'us', { params, query })).toMatchObject({ status: 204, body: undefined })
  })

  test('have a routing number on checking and savings accounts only', () => {
    const statusOf = (kind: ProductKind) =>
      ask('getUsRoutingNumber', 'us', { params: { accountId: accountId(kind, 'SandboxUser1', 'us') } }).status
    const kinds: ProductKind[] = ['checking', 'savings', 'creditCard', 'loan']
    expect(kinds.map(statusOf)).toEqual([200, 200, 404, 404])
  })
})
