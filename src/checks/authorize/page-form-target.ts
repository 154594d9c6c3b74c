import type { Check, Difference } from '../check.ts'
import { shorten } from '../json.ts'
import { isFormPage } from '../subject.ts'

/** What the customer types must go to the bank, encrypted, and not into an address. */
export const authorizePageFormTarget: Check = {
  requirement: 'authorize.page.form-target',
  appliesTo: isFormPage,
  find: ({ exchange }) => {
    const tags = exchange.response.body.match(/<form\b[^>]*>/gi) ?? []
    return tags.flatMap((tag) => findTarget(tag, exchange.request.url))
  },
}

function findTarget(tag: string, page: string): Difference[] {
  const method = attributeOf(tag, 'method') ?? 'get'
  if (method.toLowerCase() !== 'post')
    return [{ at: '/form/method', expected: 'post', actual: shorten(method) }]
  const action = attributeOf(tag, 'action') ?? ''
  if (isOwn(action, page)) return []
  return [
    {
      at: '/form/action',
      expected: 'an address of the bank over TLS',
      actual: shorten(action) || 'no address',
    },
  ]
}

function isOwn(action: string, page: string): boolean {
  return URL.canParse(action, page) && new URL(action, page).origin === new URL(page).origin
}

function attributeOf(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*["']?([^"'\\s>]*)`, 'i').exec(tag)?.[1]
}
