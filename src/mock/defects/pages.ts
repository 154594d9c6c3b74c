import { type Defect, both, hasStatus, isPage, rewrite, withHeader } from './defect.ts'

/** Mistakes of the login and consent pages and of their redirects. */
export const pageDefects: readonly Defect[] = [
  {
    id: 'pages-framable',
    breaks: 'authorize.page.no-framing',
    apply: rewrite(isPage, (answer, context) =>
      withHeader('content-security-policy', undefined)(
        withHeader('x-frame-options', undefined)(answer, context),
        context,
      ),
    ),
  },
  {
    id: 'pages-leak-referrer',
    breaks: 'authorize.page.referrer-policy',
    apply: rewrite(isPage, withHeader('referrer-policy', 'unsafe-url')),
  },
  {
    id: 'pages-cached',
    breaks: 'authorize.page.not-cached',
    apply: rewrite(isPage, withHeader('cache-control', 'public, max-age=600')),
  },
  {
    id: 'pages-readable-across-origins',
    breaks: 'authorize.page.no-cors',
    apply: rewrite(isPage, withHeader('access-control-allow-origin', '*')),
  },
  {
    id: 'consent-redirects-307',
    breaks: 'authorize.redirect.no-307',
    alsoBreaks: ['authorize.flow.login-and-consent'],
    apply: rewrite(
      both(hasStatus(303), (answer) => /[?&]code=/.test(answer.headers['location'] ?? '')),
      (answer) => ({ ...answer, status: 307 }),
    ),
  },
  {
    id: 'state-decoded-twice',
    breaks: 'authorize.state.echoed',
    apply: rewrite(
      (answer) => answer.headers['location']?.includes('state=') === true,
      (answer) => ({
        ...answer,
        headers: {
          ...answer.headers,
          location: (answer.headers['location'] ?? '').replaceAll('%2B', '+').replaceAll('%20', '+'),
        },
      }),
    ),
  },
  {
    id: 'state-dropped-in-errors',
    breaks: 'authorize.state.echoed',
    alsoBreaks: ['authorize.error.access-denied'],
    apply: rewrite(
      (answer) => answer.headers['location']?.includes('error=') === true,
      (answer) => ({
        ...answer,
        headers: {
          ...answer.headers,
          location: (answer.headers['location'] ?? '').replace(/&state=[^&]*/, ''),
        },
      }),
    ),
  },
]
