import { type Deviation, type DeviationId, deviations } from '../deviations/index.ts'
import { requirementOf } from '../requirements/index.ts'
import { type AuditedEntry, type JudgedEntry, shownDeviations, unexplained } from './audit-entry.ts'

/** How often a deviation could have shown, and did. */
export interface DeviationCount {
  readonly id: DeviationId
  /** Exchanges that can show it. */
  exchanges: number
  /** Exchanges that did. */
  shown: number
}

/** How many different reasons are kept apart: a browser calls many hosts. */
const mostReasons = 20

/** The figures of an audit, kept while it runs so that no exchange need stay in memory. */
export class AuditTally {
  readonly #strict: boolean
  readonly #deviations = new Map<DeviationId, DeviationCount>()
  /** Why entries were set aside, and how many. */
  readonly setAside = new Map<string, number>()
  judged = 0
  clean = 0
  deviating = 0
  withFindings = 0
  unreadable = 0
  checks = 0
  findings = 0
  /** Findings that make the audit fail. */
  binding = 0

  constructor(strict: boolean) {
    this.#strict = strict
  }

  /** Counts an entry. */
  add(entry: AuditedEntry): void {
    if (entry.outcome === 'judged') this.#addJudged(entry)
    else if (entry.outcome === 'unreadable') this.unreadable += 1
    else this.#addSetAside(entry.why)
  }

  #addSetAside(why: string): void {
    const isNew = !this.setAside.has(why)
    const reason = isNew && this.setAside.size >= mostReasons ? 'for other reasons' : why
    this.setAside.set(reason, (this.setAside.get(reason) ?? 0) + 1)
  }

  /** What is known of each deviation that some exchange could show. */
  get deviations(): readonly DeviationCount[] {
    return deviations.flatMap(({ id }) => this.#deviations.get(id) ?? [])
  }

  /** Deviations that no exchange showed although each that was made should have. */
  get gone(): readonly Deviation[] {
    return deviations.filter(({ id, occurs }) => occurs === 'always' && this.#deviations.get(id)?.shown === 0)
  }

  #addJudged(entry: JudgedEntry): void {
    const found = unexplained(entry)
    const shown = shownDeviations(entry)
    this.judged += 1
    this.checks += entry.checks
    this.findings += found.length
    this.binding += found.filter(
      ({ requirement }) => this.#strict || requirementOf(requirement).level === 'MUST',
    ).length
    if (found.length > 0) this.withFindings += 1
    else if (shown.length > 0) this.deviating += 1
    else this.clean += 1
    for (const id of entry.canShow) this.#count(id).exchanges += 1
    for (const id of shown) this.#count(id).shown += 1
  }

  #count(id: DeviationId): DeviationCount {
    const count = this.#deviations.get(id) ?? { id, exchanges: 0, shown: 0 }
    this.#deviations.set(id, count)
    return count
  }
}
