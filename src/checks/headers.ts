import { type Exchange, headerOf } from '../http/exchange.ts'
import type { Difference } from './check.ts'

/** One challenge of WWW-Authenticate. */
export interface Challenge {
  /** Lower-case name of the scheme. */
  readonly scheme: string
  /** Lower-case names with their values, repetitions included. */
  readonly attributes: readonly (readonly [name: string, value: string])[]
}

/** Returns a header of the response. */
export function responseHeader({ response }: Exchange, name: string): string | undefined {
  return headerOf(response.headers, name)
}

/** Reports a header beside what was expected of it. */
export function reportHeader(exchange: Exchange, name: string, expected: string): Difference[] {
  const value = responseHeader(exchange, name) ?? 'no header'
  return [{ at: `header ${name}`, expected, actual: value.trim() === '' ? 'an empty header' : value }]
}

/** Reads the directives of Cache-Control or Strict-Transport-Security, in lower case. */
export function directivesOf(value: string | undefined): Map<string, string> {
  const parts = (value ?? '').toLowerCase().split(/[,;]/)
  return new Map(
    parts.map((part) => {
      const [name = '', argument = ''] = part.split('=')
      return [name.trim(), argument.trim().replaceAll('"', '')]
    }),
  )
}

/** Finds an answer that caches may store because it does not say no-store. */
export function findStorable(exchange: Exchange): Difference[] {
  const directives = directivesOf(responseHeader(exchange, 'cache-control'))
  return directives.has('no-store') ? [] : reportHeader(exchange, 'Cache-Control', 'no-store')
}

/**
 * Finds a refusal that caches may keep because it says so; silence is no finding, and an Age shows that a
 * cache did.
 * @see https://www.rfc-editor.org/rfc/rfc9111#section-3
 */
export function findKept(exchange: Exchange): Difference[] {
  if (responseHeader(exchange, 'age') !== undefined) return reportHeader(exchange, 'Age', 'no header')
  const directives = directivesOf(responseHeader(exchange, 'cache-control'))
  return isKept(directives) ? reportHeader(exchange, 'Cache-Control', 'no-store') : []
}

function isKept(directives: ReadonlyMap<string, string>): boolean {
  if (directives.has('no-store')) return false
  const lifetimes = [directives.get('max-age'), directives.get('s-maxage')]
  return directives.has('public') || lifetimes.some((seconds) => Number(seconds) > 0)
}

/**
 * Reads the challenges of WWW-Authenticate; a word without a value begins the next one.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1
 */
export function challengesOf(exchange: Exchange): Challenge[] {
  const value = responseHeader(exchange, 'www-authenticate') ?? ''
  const challenges: { scheme: string; attributes: (readonly [string, string])[] }[] = []
  for (const [, word = '', argument] of value.matchAll(
    /([\w!#$%&'*+.^`|~-]+)(?:\s*=\s*("[^"\\]*(?:\\.[^"\\]*)*"|[^\s,"]+))?/g,
  )) {
    if (argument === undefined) challenges.push({ scheme: word.toLowerCase(), attributes: [] })
    else challenges.at(-1)?.attributes.push([word.toLowerCase(), argument.replaceAll('"', '')])
  }
  return challenges
}

/** Returns the challenges that ask for a bearer token. */
export function bearerChallengesOf(exchange: Exchange): Challenge[] {
  return challengesOf(exchange).filter(({ scheme }) => scheme === 'bearer')
}

/**
 * Reads a date as HTTP senders write it, in milliseconds; undefined for every other spelling.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7
 */
export function readHttpDate(text: string): number | undefined {
  // eslint-disable-next-line no-restricted-globals -- it reads the text that it is given, not the clock
  const date = new Date(text)
  return !Number.isNaN(date.getTime()) && date.toUTCString() === text ? date.getTime() : undefined
}
