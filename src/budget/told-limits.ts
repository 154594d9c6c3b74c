import type { HeaderLine } from '../http/exchange.ts'
import { headerOf } from '../http/exchange.ts'

/** What an answer told about the cap; what it did not tell is left out. */
export interface Told {
  /** Calls a minute. */
  readonly limit?: number
  /** Calls that are left. */
  readonly remaining?: number
  /** Seconds to wait after a refusal. */
  readonly waitSeconds?: number
}

/** How long a refusal without a readable wait is respected. */
const usualWaitSeconds = 60

/** Reads what an answer tells about the cap. Of several plans the tightest counts. */
export function readTold(status: number, headers: readonly HeaderLine[]): Told {
  const limit = leastOf(headerOf(headers, 'x-ratelimit-limit'))
  const remaining = leastOf(headerOf(headers, 'x-ratelimit-remaining'))
  return {
    ...(limit === undefined || limit < 1 ? {} : { limit }),
    ...(remaining === undefined ? {} : { remaining }),
    ...(status === 429 ? { waitSeconds: readStatedWait(headers) ?? usualWaitSeconds } : {}),
  }
}

/** Reads `name=plan,60;` as the gateway writes it, several of them, or a bare number. */
function leastOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const numbers = /^\s*\d+\s*$/.test(value)
    ? [Number(value)]
    : [...value.matchAll(/name=[\w.-]+,(-?\d+)/g)].map(([, calls]) => Number(calls))
  return numbers.length === 0 ? undefined : Math.min(...numbers)
}

/**
 * Reads how many seconds a refusal asks to wait; undefined when it names no readable time. A date is compared
 * with the target's own clock, so that a wrong clock here does no harm.
 */
export function readStatedWait(headers: readonly HeaderLine[]): number | undefined {
  const value = headerOf(headers, 'retry-after') ?? ''
  if (/^\s*\d+\s*$/.test(value)) return Math.max(1, Number(value))
  const seconds = (Date.parse(value) - Date.parse(headerOf(headers, 'date') ?? '')) / 1000
  return Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds)) : undefined
}
