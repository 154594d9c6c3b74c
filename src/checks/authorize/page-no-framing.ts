import type { Check } from '../check.ts'
import { responseHeader } from '../headers.ts'
import { isFormPage } from '../subject.ts'

/** frame-ancestors wins over X-Frame-Options where both are sent, as it does in browsers. */
export const authorizePageNoFraming: Check = {
  requirement: 'authorize.page.no-framing',
  appliesTo: isFormPage,
  find: ({ exchange }) => {
    const policy = responseHeader(exchange, 'content-security-policy')
    const options = responseHeader(exchange, 'x-frame-options')
    const ancestors = ancestorsOf(policy)
    if (ancestors === undefined ? /^(deny|sameorigin)$/i.test(options ?? '') : isClosed(ancestors)) return []
    return [
      {
        at: 'header Content-Security-Policy',
        expected: "frame-ancestors 'none', or X-Frame-Options: DENY",
        actual: ancestors?.join(' ') ?? (options || 'neither header'),
      },
    ]
  },
}

function ancestorsOf(policy: string | undefined): string[] | undefined {
  const directive = /(?:^|[;,])\s*(frame-ancestors\b[^;,]*)/i.exec(policy ?? '')?.[1]
  return directive?.trim().split(/\s+/)
}

function isClosed([, ...sources]: readonly string[]): boolean {
  return sources.every((source) => /^'(none|self)'$/i.test(source))
}
