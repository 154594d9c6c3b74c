import type { Check, Subject } from '../check.ts'
import { shorten, stringsOf } from '../json.ts'
import { hasBody } from '../subject.ts'

/** Any words will do; an empty body or one of bare numbers says nothing. */
export const ratelimit429Explains: Check = {
  requirement: 'ratelimit.429.explains',
  appliesTo: ({ exchange }) => exchange.response.status === 429 && exchange.request.method !== 'HEAD',
  find: (subject) => {
    if (hasWords(subject)) return []
    const { exchange } = subject
    const actual = hasBody(exchange) ? shorten(exchange.response.body.trim()) : 'no body'
    return [{ at: '/', expected: 'a body that says what happened', actual }]
  },
}

function hasWords({ exchange, json }: Subject): boolean {
  const { body } = exchange.response
  if (json === undefined || typeof json === 'string') return /[a-z]/i.test(body)
  return stringsOf(body).some(({ value }) => /[a-z]/i.test(value))
}
