import type { Check } from '../check.ts'
import { shorten } from '../json.ts'
import { isFormPage } from '../subject.ts'

const loaded = /<(?:script|link|img|iframe|object|embed)\b[^>]*?\s(?:src|href|data)\s*=\s*["']?([^"'\s>]+)/gi

/** Whoever serves a script to the login page reads the password; hosts of the same site are the bank's own. */
export const authorizePageOwnContent: Check = {
  requirement: 'authorize.page.own-content',
  appliesTo: isFormPage,
  find: ({ exchange }) =>
    [...exchange.response.body.matchAll(loaded)]
      .map(([, address = '']) => address)
      .filter((address) => siteOf(address, exchange.request.url) !== siteOf('', exchange.request.url))
      .map((address) => ({ at: '/', expected: 'content of the bank alone', actual: shorten(address) })),
}

function siteOf(address: string, page: string): string {
  if (!URL.canParse(address, page)) return address
  const { protocol, hostname } = new URL(address, page)
  return protocol === 'data:' ? siteOf('', page) : hostname.split('.').slice(-2).join('.')
}
