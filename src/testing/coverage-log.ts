import path from 'node:path'
import type { Subject } from '../checks/check.ts'
import type { SeenOperations } from '../report/coverage.ts'
import { fieldsOfBody } from '../report/declared-fields.ts'
import { writeWhole } from '../report/write-whole.ts'

interface Entry {
  readonly provoked: Record<string, number>
  readonly decided: Record<string, number>
  readonly fields: Set<string>
}

/** Keeps which statuses and fields of each operation a worker saw. */
export class CoverageLog {
  readonly #seen = new Map<string, Entry>()

  /** Adds an exchange; `decided` when the control plane decided its status. */
  add({ operation, exchange, json }: Subject, decided: boolean): void {
    if (operation === undefined) return
    const { status } = exchange.response
    const entry = this.#seen.get(operation.id) ?? { provoked: {}, decided: {}, fields: new Set<string>() }
    const counts = decided ? entry.decided : entry.provoked
    counts[status] = (counts[status] ?? 0) + 1
    if (status < 300) for (const field of fieldsOfBody(json)) entry.fields.add(field)
    this.#seen.set(operation.id, entry)
  }

  /** Leaves the log of a worker in a folder, for `npm run coverage`. */
  write(folder: string, worker: number): void {
    const seen: SeenOperations = Object.fromEntries(
      [...this.#seen].map(([id, { provoked, decided, fields }]) => [
        id,
        { provoked, decided, fields: [...fields] },
      ]),
    )
    writeWhole(path.join(folder, `worker-${worker}.json`), JSON.stringify(seen))
  }
}
