import type { Check } from '../check.ts'
import { reportHeader, responseHeader } from '../headers.ts'
import { isLimit } from './limits.ts'

const names: readonly string[] = ['X-RateLimit-Limit', 'X-RateLimit-Remaining']

/** Judges the headers where they are sent; the gateway sends them on some calls only. */
export const ratelimitHeaderSyntax: Check = {
  requirement: 'ratelimit.header.syntax',
  appliesTo: ({ exchange }) => names.some((name) => responseHeader(exchange, name) !== undefined),
  find: ({ exchange }) =>
    names.flatMap((name) => {
      const value = responseHeader(exchange, name)
      if (value === undefined || isLimit(value)) return []
      return reportHeader(exchange, name, 'name=plan,number;')
    }),
}
