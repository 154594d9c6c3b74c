import { type Deviation, deviations } from '../deviations/index.ts'
import { deviationsShownBy, isObservedHost } from '../deviations/explain.ts'
import { RecordingError } from '../errors.ts'
import type { Captured } from '../http/captured.ts'
import { curlOf } from '../http/curl.ts'
import type { MarketId } from '../markets/types.ts'
import type { AuditedEntry, JudgedEntry, UnjudgedEntry } from '../report/audit-entry.ts'
import { type Book, judgeCaptured, type JudgedCapture, type Known } from './judge-captured.ts'
import { MarketMemory } from './market-memory.ts'
import { readRecording, type RecordedEntry } from './recording.ts'

/** What an audit goes by. */
export interface AuditOptions {
  readonly book: Book
  /** The market of exchanges that do not tell theirs. */
  readonly market?: MarketId | undefined
  /** Whose deviations are known ones: those of the bank's sandbox hosts, of every host, or of none. */
  readonly personality?: 'by-host' | 'observed' | 'documented'
  /** Hears of every byte that was read. */
  readonly onRead?: (bytes: number) => void
}

/** Audits recordings entry after entry; a file that is no recording is an entry that could not be read. */
export async function* auditRecordings(
  files: readonly string[],
  options: AuditOptions,
): AsyncGenerator<AuditedEntry> {
  const memory = new MarketMemory()
  for (const file of files) {
    try {
      for await (const entry of readRecording(file, options.onRead)) yield auditEntry(entry, memory, options)
    } catch (error) {
      if (!(error instanceof RecordingError)) throw error
      yield { file, name: 'the file', outcome: 'unreadable', why: error.message.replace(`${file} `, 'it ') }
    }
  }
}

function auditEntry(
  { file, name, reading }: RecordedEntry,
  memory: MarketMemory,
  options: AuditOptions,
): AuditedEntry {
  if (reading.kind !== 'exchange') return { file, name, outcome: reading.kind, why: reading.why }
  return { file, name, ...auditCaptured(reading.captured, memory, options) }
}

function auditCaptured(
  captured: Captured,
  memory: MarketMemory,
  options: AuditOptions,
): JudgedEntry | UnjudgedEntry {
  const market = memory.marketOf(captured) ?? options.market
  memory.learn(captured, market)
  const known = { market, deviations: knownDeviations(captured, options) }
  try {
    const judged = judgeCaptured(options.book, captured, known)
    if (judged !== undefined) return entryOf(captured, judged, known)
    return { outcome: 'set-aside', why: `no document knows the address (${captured.url.hostname})` }
  } catch (error) {
    // Depth alone makes the runtime give up on a body that is well-formed.
    if (!(error instanceof RangeError)) throw error
    return { outcome: 'unreadable', why: `it is nested too deep to be judged (${error.message})` }
  }
}

function entryOf(captured: Captured, judged: JudgedCapture, known: Known): JudgedEntry {
  const { exchange, operation, findings } = judged
  const repeat = findings.length > 0 ? curlOf(exchange) : ''
  const name = operation?.id ?? `${captured.method} ${exchange.request.path}`
  return {
    outcome: 'judged',
    method: captured.method,
    path: exchange.request.path,
    status: captured.status,
    operation: operation?.id,
    market: known.market,
    checks: judged.judged.length,
    findings: findings.map((finding) => ({ ...finding, operation: name, repeat })),
    canShow: deviationsShownBy({ exchange, operation }, known.deviations).map(({ id }) => id),
    notes: [...captured.notes, ...contradictions(captured, judged)],
  }
}

function knownDeviations({ url }: Captured, { personality = 'by-host' }: AuditOptions): readonly Deviation[] {
  if (personality === 'documented') return []
  return personality === 'observed' || isObservedHost(url.href) ? deviations : []
}

/** Notes where the recording says one thing of an exchange and the exchange another. */
function contradictions(captured: Captured, { operation, exchange }: JudgedCapture): string[] {
  const [method = '', template = ''] = captured.operation?.split(' ') ?? []
  const found = operation === undefined ? 'no operation' : `${operation.method} ${operation.path}`
  const isSame = isLike(template, exchange.request.path) && method === captured.method
  if (captured.operation === undefined || isSame) return []
  return [`the recording calls it ${captured.operation.slice(0, 200)}; its address is that of ${found}`]
}

function isLike(template: string, path: string): boolean {
  const [wanted, given] = [template.split('/'), path.split('/')]
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => /^\{.*\}$/.test(part) || part.toLowerCase() === given[index]?.toLowerCase())
  )
}
