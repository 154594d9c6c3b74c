import type { Check } from '../check.ts'
import { responseHeader } from '../headers.ts'
import { isFormPage } from '../subject.ts'

/** Accepts the header or its counterpart in the page; `origin` policies still name the bank's host. */
export const authorizePageReferrerPolicy: Check = {
  requirement: 'authorize.page.referrer-policy',
  appliesTo: isFormPage,
  find: ({ exchange }) => {
    const value = responseHeader(exchange, 'referrer-policy') ?? metaPolicyOf(exchange.response.body)
    if (isSilent(value)) return []
    return [{ at: 'header Referrer-Policy', expected: 'no-referrer', actual: value?.trim() || 'no header' }]
  },
}

/** The last policy of a list is the one that browsers follow. */
function isSilent(value: string | undefined): boolean {
  return /^(no-referrer|same-origin)$/i.test(value?.split(',').at(-1)?.trim() ?? '')
}

function metaPolicyOf(page: string): string | undefined {
  const tag = /<meta\b[^<>]*\bname="?referrer\b[^<>]*>/i.exec(page)?.[0]
  return /\bcontent="?([\w-]+)/i.exec(tag ?? '')?.[1]
}
