import { type DocumentPromise, promises, requirementsFor } from '../requirements/promises/index.ts'
import type { RowStatus, Verdict, VerdictRow } from '../report/verdict.ts'

/** A promise of the documents with what a run showed of it. */
export interface TracedPromise {
  readonly promise: DocumentPromise
  readonly rows: readonly VerdictRow[]
  readonly result: RowStatus
}

/** What one bad requirement makes of the whole promise, the gravest first. */
const gravity: readonly RowStatus[] = ['failed', 'deviation', 'not-observed', 'passed', 'excluded']

/** Traces each promise to its requirements and their result in a run. */
export function tracePromises({ requirements }: Verdict): TracedPromise[] {
  return promises.map((promise) => {
    const ids = requirementsFor(promise)
    const rows = requirements.filter(({ id }) => ids.includes(id))
    const result = gravity.find((status) => rows.some((row) => row.status === status)) ?? 'excluded'
    return { promise, rows, result }
  })
}
