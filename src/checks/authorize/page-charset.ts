import { headerOf } from '../../http/exchange.ts'
import type { Check } from '../check.ts'
import { reportHeader } from '../headers.ts'
import { isHtml, isPageCall } from '../subject.ts'

/** A browser that guesses the character set can be made to read a script out of harmless text. */
export const authorizePageCharset: Check = {
  requirement: 'authorize.page.charset',
  appliesTo: (subject) => isPageCall(subject) && isHtml(subject.exchange),
  find: ({ exchange }) => {
    const { headers, body } = exchange.response
    const isNamed = /;\s*charset=/i.test(headerOf(headers, 'content-type') ?? '')
    if (isNamed || /<meta\b[^>]*\bcharset\s*=/i.test(body)) return []
    return reportHeader(exchange, 'Content-Type', 'a character set')
  },
}
