import type { Check, Subject } from '../check.ts'
import { readHttpDate, reportHeader, responseHeader } from '../headers.ts'

const daySeconds = 86_400

/** A date is compared with the server's own; a wait that cannot be read is a matter of its format. */
export const ratelimitRetryAfterAhead: Check = {
  requirement: 'ratelimit.retry-after.ahead',
  appliesTo: (subject) => waitOf(subject) !== undefined,
  find: (subject) => {
    const wait = waitOf(subject) ?? 0
    if (wait > 0 && wait <= daySeconds) return []
    return reportHeader(subject.exchange, 'Retry-After', 'a time ahead, within a day')
  },
}

/** Seconds from the answer to the time that it names. */
function waitOf({ exchange }: Subject): number | undefined {
  const value = responseHeader(exchange, 'retry-after') ?? ''
  if (/^\d+$/.test(value)) return Number(value)
  const [named, sent] = [readHttpDate(value), readHttpDate(responseHeader(exchange, 'date') ?? '')]
  return named === undefined || sent === undefined ? undefined : (named - sent) / 1000
}
