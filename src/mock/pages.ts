import type { Answer } from './answer.ts'

/** Headers of every page: not framed, not cached, no address leaked. @see https://www.rfc-editor.org/rfc/rfc9700#section-4.16 */
const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  pragma: 'no-cache',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
} as const

const style = `
  body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; background: #eef2f6; color: #14253b }
  main { max-width: 26rem; margin: 10vh auto; padding: 2rem; background: #fff; border-radius: .5rem }
  label { display: block; margin-top: 1rem; font-weight: 600 }
  input { width: 100%; box-sizing: border-box; padding: .6rem; font: inherit; border: 1px solid #5a6b80; border-radius: .25rem }
  button { margin: 1.5rem .5rem 0 0; padding: .6rem 1.2rem; font: inherit; border: 1px solid #0a4d8c; border-radius: .25rem; background: #fff; color: #0a4d8c }
  button.first { background: #0a4d8c; color: #fff }
  [role=alert] { color: #a3161a }`

function page(status: number, title: string, content: string): Answer {
  const body = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${style}</style></head>
<body><main><h1>${title}</h1>${content}</main></body>
</html>`
  return { status, headers: pageHeaders, body }
}

/** The page where the customer logs in; it works without scripts, unless it is told to need them. */
export function loginPage(
  ticket: string,
  { message, needsScript }: { message?: string | undefined; needsScript: boolean },
): Answer {
  const alert = message === undefined ? '' : `<p role="alert">${escape(message)}</p>`
  return page(
    200,
    'Sign on to your bank',
    `${alert}
<form method="post" action="login">
<input type="hidden" name="ticket" value="${ticket}">
<label for="username">User ID</label><input type="text" id="username" name="username" autocomplete="username" required>
<label for="password">Password</label><input type="password" id="password" name="password" autocomplete="current-password" required>
<button type="${needsScript ? 'button' : 'submit'}" class="first">Sign on</button>
</form>`,
  )
}

/** What a customer agrees to, in words. */
const scopeWords: Readonly<Record<string, string>> = {
  accounts_details_transactions: 'Your accounts, their details and their transactions',
  accounts_routing_number: 'The numbers under which others pay into your accounts',
  customers_profiles: 'Your profile and how to reach you',
  '/api': 'Everything that needs no further agreement of yours',
}

/** The page where the customer sees what is asked for, and agrees or refuses. */
export function consentPage(ticket: string, scope: string): Answer {
  const items = scope
    .split(' ')
    .map((word) => `<li>${escape(scopeWords[word] ?? word.replaceAll('_', ' '))}</li>`)
    .join('')
  return page(
    200,
    'Share your data',
    `
<p>An application asks for access to:</p><ul>${items}</ul>
<form method="post" action="consent">
<input type="hidden" name="ticket" value="${ticket}">
<button type="submit" name="decision" value="authorize" class="first">Authorize</button>
<button type="submit" name="decision" value="deny">Refuse</button>
</form>`,
  )
}

/** The page for a request that must not be sent back to anybody. */
export function errorPage(message: string, status = 400): Answer {
  return page(status, 'This request cannot be served', `<p role="alert">${escape(message)}</p>`)
}

/** Sends a browser elsewhere with a GET, whatever it sent before. @see https://www.rfc-editor.org/rfc/rfc9700#section-4.12 */
export function redirect(status: 302 | 303, address: string): Answer {
  return {
    status,
    headers: { location: address, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
    body: undefined,
  }
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
