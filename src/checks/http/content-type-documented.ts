import { mediaTypeOf } from '../../http/exchange.ts'
import type { Check } from '../check.ts'
import { reportHeader } from '../headers.ts'
import { documentedResponse, hasBody, isHtml, isRefusal } from '../subject.ts'

/** Judges answers that have a body; an HTML page instead of an error has a requirement of its own. */
export const httpContentTypeDocumented: Check = {
  requirement: 'http.content-type.documented',
  appliesTo: (subject) =>
    hasBody(subject.exchange) &&
    documentedResponse(subject)?.mediaType !== undefined &&
    !(isRefusal(subject) && isHtml(subject.exchange)),
  find: (subject) => {
    const expected = documentedResponse(subject)?.mediaType ?? ''
    if (mediaTypeOf(subject.exchange.response.headers) === expected) return []
    return reportHeader(subject.exchange, 'Content-Type', expected)
  },
}
