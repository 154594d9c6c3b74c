import type { Check } from '../check.ts'
import { reportHeader, responseHeader } from '../headers.ts'
import { isPageCall } from '../subject.ts'

/** An empty header allows nobody. */
export const authorizePageNoCors: Check = {
  requirement: 'authorize.page.no-cors',
  appliesTo: isPageCall,
  find: ({ exchange }) => {
    const allowed = responseHeader(exchange, 'access-control-allow-origin') ?? ''
    if (allowed.trim() === '') return []
    return reportHeader(exchange, 'Access-Control-Allow-Origin', 'no header')
  },
}
