import type { Finding } from '../checks/check.ts'
import type { Operation } from '../contract/types.ts'
import { type Exchange, headerOf } from '../http/exchange.ts'
import type { Deviation } from './index.ts'
import type { ExplainedFinding, Shows } from './types.ts'

/** An exchange with the operation that it belongs to. */
export interface PlacedExchange {
  readonly exchange: Exchange
  readonly operation: Operation | undefined
}

/** The bank's own sandboxes, on which the deviations were seen. */
const observedHosts = /(^|\.)(apihub\.citi\.com|sandbox\.api\.citi\.com)$/

/** Tells whether the deviations were seen on the host of an address. */
export function isObservedHost(address: string): boolean {
  return URL.canParse(address) && observedHosts.test(new URL(address).hostname)
}

/** Lists the deviations that an exchange can show. */
export function deviationsShownBy(placed: PlacedExchange, among: readonly Deviation[]): Deviation[] {
  return among.filter(({ shows }) => fits(shows, placed))
}

/** Finds the deviation that explains a finding exactly: its requirement, its exchange, its place, its value. */
export function explain(
  finding: Finding,
  placed: PlacedExchange,
  among: readonly Deviation[],
): Deviation | undefined {
  return among.find(({ shows, findings }) =>
    findings.some((row) => isExplained(finding, row) && (row.anywhere === true || fits(shows, placed))),
  )
}

function isExplained({ requirement, at, actual, expected }: Finding, row: ExplainedFinding): boolean {
  return (
    row.requirement === requirement &&
    row.at.some((pattern) => isAt(pattern, at)) &&
    (row.actual?.test(actual) ?? true) &&
    (row.expected?.test(expected) ?? true)
  )
}

function isAt(pattern: string, at: string): boolean {
  if (pattern.startsWith('header ')) return pattern.toLowerCase() === at.toLowerCase()
  const [wanted, given] = [pattern.split('/'), at.split('/')]
  return (
    wanted.length === given.length && wanted.every((part, index) => part === '*' || part === given[index])
  )
}

function fits(shows: Shows, { exchange, operation }: PlacedExchange): boolean {
  const { operations, statuses, authorization, requestBody } = shows
  const { request, response } = exchange
  return (
    (operations?.includes(operation?.id ?? '') ?? true) &&
    (statuses?.includes(response.status) ?? true) &&
    (authorization?.test(headerOf(request.headers, 'authorization') ?? '') ?? true) &&
    (requestBody?.test(request.body ?? '') ?? true)
  )
}
