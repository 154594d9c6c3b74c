import { mediaTypeOf } from '../../http/exchange.ts'
import type { Check } from '../check.ts'
import { shorten } from '../json.ts'
import { hasBody, isHtml, isPageCall, isRefusal } from '../subject.ts'

/** The pages of the authorization server talk to people; every other address talks to programs. */
export const errorNotHtml: Check = {
  requirement: 'error.not-html',
  appliesTo: (subject) => isRefusal(subject) && hasBody(subject.exchange) && !isPageCall(subject),
  find: ({ exchange }) => {
    if (!isHtml(exchange)) return []
    const labelled = mediaTypeOf(exchange.response.headers) === 'text/html'
    return [
      labelled
        ? { at: 'header Content-Type', expected: 'no HTML', actual: 'text/html' }
        : { at: '/', expected: 'no HTML', actual: shorten(exchange.response.body.trim()) },
    ]
  },
}
