import type { Finding } from '../checks/check.ts'
import { deviationsShownBy, explain, type PlacedExchange } from '../deviations/explain.ts'
import type { Deviation, DeviationId } from '../deviations/index.ts'
import type { DeviationCounts } from '../report/record.ts'
import type { RequirementId } from '../requirements/index.ts'

/** Keeps which observed deviations the exchanges of one test could show, and which they showed. */
export class DeviationLog {
  readonly #known: readonly Deviation[]
  readonly #counts = new Map<DeviationId, { exchanges: number; shown: number }>()

  /** `requirement` is what the test proves: some deviations show to a test alone that asks for them. */
  constructor(known: readonly Deviation[], requirement: RequirementId | undefined) {
    this.#known = known.filter(
      ({ occurs, findings }) =>
        occurs !== 'asked' || findings.some((finding) => finding.requirement === requirement),
    )
  }

  /** Counts an exchange for each deviation that it can show. */
  take(placed: PlacedExchange): void {
    for (const { id } of deviationsShownBy(placed, this.#known)) this.#count(id).exchanges += 1
  }

  /** Finds the deviation that explains a finding, and counts it. */
  explain(finding: Finding, placed: PlacedExchange): DeviationId | undefined {
    const id = explain(finding, placed, this.#known)?.id
    if (id !== undefined) this.#count(id).shown += 1
    return id
  }

  /** What the test leaves for the verdict; undefined when no deviation belongs to the target. */
  toCounts(): DeviationCounts | undefined {
    return this.#counts.size === 0 ? undefined : Object.fromEntries(this.#counts)
  }

  #count(id: DeviationId): { exchanges: number; shown: number } {
    const count = this.#counts.get(id) ?? { exchanges: 0, shown: 0 }
    this.#counts.set(id, count)
    return count
  }
}
