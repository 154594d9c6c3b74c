import type { Operation } from '../contract/types.ts'
import type { Caller } from './caller.ts'
import { positiveControl } from './not-observed.ts'

interface TransactionPage {
  readonly transactions?: readonly {
    readonly transactionReferenceId?: string
    readonly transactionDate?: string
  }[]
  readonly nextStartIndex?: string
}

/** What walking through all pages showed. */
export interface PageWalk {
  readonly references: readonly string[]
  readonly dates: readonly string[]
  readonly pages: number
  /** Whether the last page said that nothing follows. */
  readonly ended: boolean
}

const mostPages = 40

/** Follows nextStartIndex to the end, with a limit for lists that never end. */
export async function walkTransactions(
  caller: Caller,
  operation: Operation,
  parameters: Record<string, string>,
): Promise<PageWalk> {
  const references: string[] = []
  const dates: string[] = []
  let next: string | undefined
  let pages = 0
  do {
    const reply = positiveControl(
      await caller.call(operation, {
        parameters: { ...parameters, ...(next === undefined ? {} : { nextStartIndex: next }) },
      }),
    )
    const page = reply.json as TransactionPage
    references.push(
      ...(page.transactions ?? []).map(({ transactionReferenceId = '' }) => transactionReferenceId),
    )
    dates.push(...(page.transactions ?? []).map(({ transactionDate = '' }) => transactionDate))
    next = page.nextStartIndex
    pages++
  } while (next !== undefined && pages < mostPages)
  return { references, dates, pages, ended: next === undefined }
}
