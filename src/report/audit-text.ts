import { deviationOf } from '../deviations/index.ts'
import { type AuditedEntry, type JudgedEntry, shownDeviations, unexplained } from './audit-entry.ts'
import type { AuditTally } from './audit-tally.ts'
import { describeFinding } from './finding-text.ts'
import type { RecordedFinding } from './record.ts'

/** How often the same finding is written out before it is only counted. */
const writtenOut = 3

/** Writes entries as text; what repeats itself is written a few times and counted from then on. */
export class AuditWriter {
  readonly #all: boolean
  readonly #seen = new Map<string, number>()

  constructor(all: boolean) {
    this.#all = all
  }

  /** The block of an entry; undefined when there is nothing to say about it. */
  entry(entry: AuditedEntry): string | undefined {
    const heading = nameOf(entry)
    if (entry.outcome === 'judged') return this.#judged(heading, entry)
    if (entry.outcome === 'unreadable') return `${heading}\n  unreadable  ${oneLine(entry.why)}\n`
    return this.#all ? `${heading}\n  not judged  ${entry.why}\n` : undefined
  }

  #judged(heading: string, entry: JudgedEntry): string | undefined {
    const findings = this.#findings(entry)
    const deviations = this.#deviations(entry)
    if (findings.length + deviations.length + entry.notes.length === 0 && !this.#all) return undefined
    return [
      `${heading}: ${callOf(entry)}`,
      ...entry.notes.map((note) => `  note       ${oneLine(note)}`),
      ...deviations,
      ...findings,
      ...(entry.findings.length === 0 ? ['  clean'] : []),
      '',
    ].join('\n')
  }

  /** Lists what was counted instead of written. */
  repeated(): string[] {
    return [...this.#seen]
      .filter(([, count]) => count > writtenOut)
      .map(([key, count]) => `    ${count - writtenOut} more × ${key}`)
  }

  /** All of an exchange, or none when each was written out often enough. */
  #deviations(entry: JudgedEntry): string[] {
    const shown = shownDeviations(entry)
    const told = shown.filter((id) => this.#isTold(`deviation ${id}`))
    if (told.length === 0 && unexplained(entry).length === 0) return []
    return shown.map((id) => `  deviation  ${id}: ${deviationOf(id).what}`)
  }

  #findings(entry: JudgedEntry): string[] {
    return unexplained(entry)
      .filter((finding) => this.#isTold(keyOf(finding)))
      .map((finding) => `\n${describeFinding(finding)}\n`)
  }

  #isTold(key: string): boolean {
    const count = (this.#seen.get(key) ?? 0) + 1
    // A recording can hold more different findings than memory: beyond a bound they are all written.
    if (this.#seen.size < 10_000 || this.#seen.has(key)) this.#seen.set(key, count)
    return this.#all || count <= writtenOut
  }
}

/** An exchange in a file of its own is often called like it. */
function nameOf({ file, name }: AuditedEntry): string {
  return file.endsWith(`${name}.json`) ? file : `${file}, ${name}`
}

function callOf({ method, path, status, operation, market }: JudgedEntry): string {
  const where = market === undefined ? '' : ` in ${market}`
  return `${method} ${path} ${status}, ${operation ?? 'no documented operation'}${where}`
}

function keyOf({ requirement, operation, at }: RecordedFinding): string {
  return `${requirement} at ${at.replaceAll(/\/\d+(?=\/|$)/g, '/*').slice(0, 100)} of ${operation.slice(0, 100)}`
}

/** The figures of an audit and what follows from them. */
export function auditToText(tally: AuditTally, writer: AuditWriter): string {
  const { judged, clean, deviating, withFindings, unreadable, checks, findings, binding } = tally
  const setAside = [...tally.setAside]
  const repeated = writer.repeated()
  return [
    heading(tally),
    line(
      'exchanges',
      `${judged} judged: ${clean} clean, ${deviating} with observed deviations alone, ${withFindings} with findings`,
    ),
    line('checks', `${checks}`),
    line('findings', `${findings}, of which ${binding} fail the audit`),
    ...(unreadable > 0 ? [line('unreadable', `${unreadable}, each with its reason above`)] : []),
    ...setAside.map(([why, count]) => line('not judged', `${count} × ${why}`)),
    ...tally.deviations
      .filter(({ shown }) => shown > 0)
      .map(({ id, shown }) => line('deviation', `${id} (${shown}×)`)),
    ...tally.gone.map(({ id, what }) =>
      line('not seen', `${id}, although its exchange was made; in other recordings: ${what}`),
    ),
    ...(repeated.length > 0
      ? [line('repeated', 'written out three times each, and then counted'), ...repeated]
      : []),
  ].join('\n')
}

function heading({ judged, binding, unreadable }: AuditTally): string {
  if (binding > 0) return 'Findings'
  if (judged === 0) return 'Nothing was judged'
  return unreadable > 0 ? 'Conforms in what could be read' : 'Conforms'
}

function line(name: string, text: string): string {
  return `  ${name.padEnd(13)}${text}`
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ')
}
