import type { Check, Finding, Subject } from '../checks/check.ts'
import { checks } from '../checks/index.ts'
import { judge, type Judgement } from '../checks/judge.ts'
import type { Contract, Operation } from '../contract/types.ts'
import type { Validators } from '../contract/validators.ts'
import { explain } from '../deviations/explain.ts'
import type { Deviation, DeviationId } from '../deviations/index.ts'
import { type Captured, recordCaptured } from '../http/captured.ts'
import { type Exchange, jsonOf } from '../http/exchange.ts'
import type { MarketId } from '../markets/types.ts'
import { requirementOf } from '../requirements/index.ts'
import { type Place, placesOf } from './place.ts'

/** What the documents offer, compiled. */
export interface Book {
  readonly contract: Contract
  readonly validators: Validators
}

/** What is known of an exchange besides itself. */
export interface Known {
  readonly market: MarketId | undefined
  /** The deviations that count as known on its host. */
  readonly deviations: readonly Deviation[]
}

/** An exchange of a recording with what the checks say of it. */
export interface JudgedCapture {
  readonly exchange: Exchange
  readonly operation: Operation | undefined
  readonly judged: Judgement['judged']
  readonly findings: readonly ExplainedFinding[]
}

/** A finding with the observed deviation that explains it. */
export interface ExplainedFinding extends Finding {
  readonly deviation?: DeviationId
}

/**
 * Judges a recorded exchange by every check that needs no server. Where its market is unknown, or the address
 * fits several operations, that one counts which it fits best. Undefined when no document knows the address.
 */
export function judgeCaptured(book: Book, captured: Captured, known: Known): JudgedCapture | undefined {
  const places = placesOf(book.contract, { method: captured.method, url: captured.url, market: known.market })
  const candidates = narrow(places, known.market).map((place) => judgeAt(place, book, captured, known))
  return candidates.sort((left, right) => weightOf(left) - weightOf(right))[0]
}

function judgeAt(
  place: Place,
  { contract, validators }: Book,
  captured: Captured,
  { market, deviations }: Known,
): JudgedCapture {
  const exchange = recordCaptured(captured, { ...place, market })
  const { operation } = place
  const subject = { exchange, json: jsonOf(exchange.response), contract, validators, operation }
  const { judged, findings } = judgeSubject(subject, captured.responseBytes !== undefined)
  const explained = findings.map((finding) => {
    const deviation = explain(finding, { exchange, operation }, deviations)?.id
    return deviation === undefined ? finding : { ...finding, deviation }
  })
  return { exchange, operation, judged, findings: explained }
}

/** Where the market is known and offers some of the operations, the others are out of the question. */
function narrow(places: readonly Place[], market: MarketId | undefined): readonly Place[] {
  if (market === undefined) return places
  const offered = places.filter(({ operation }) => operation?.markets.includes(market) === true)
  return offered.length > 0 ? offered : places
}

/** What a known deviation explains speaks neither for nor against an operation. */
function weightOf({ findings }: JudgedCapture): number {
  return findings
    .filter(({ deviation }) => deviation === undefined)
    .reduce((sum, { requirement }) => sum + (requirementOf(requirement).level === 'MUST' ? 10 : 1), 0)
}

function judgeSubject(subject: Subject, hasBody: boolean): Judgement {
  if (hasBody) return judge(subject)
  const blind = withoutBody(subject)
  return judge(
    subject,
    checks.filter((check) => needsNoBody(check, blind)),
  )
}

/** Thrown by what stands for a body that nobody recorded. */
class BodyIsUnknown extends Error {}

/** A subject in which nobody can look at the body without being noticed. */
function withoutBody(subject: Subject): Subject {
  const unknown = (): never => {
    throw new BodyIsUnknown()
  }
  const response = Object.defineProperty({ ...subject.exchange.response }, 'body', { get: unknown })
  const exchange = { ...subject.exchange, response }
  return Object.defineProperty({ ...subject, exchange }, 'json', { get: unknown })
}

function needsNoBody(check: Check, blind: Subject): boolean {
  try {
    return check.appliesTo(blind) && check.find(blind).length >= 0
  } catch (error) {
    if (error instanceof BodyIsUnknown) return false
    throw error
  }
}
