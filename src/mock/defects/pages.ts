import type { Answer } from '../answer.ts'
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
  {
    id: 'redirect-to-undefined',
    breaks: 'authorize.redirect.location',
    alsoBreaks: ['authorize.flow.login-and-consent'],
    apply: rewrite(hasCode, (answer) =>
      leadTo(answer, (location) => location.replace(/^[^?]*/, 'undefined')),
    ),
  },
  {
    id: 'token-in-redirect',
    breaks: 'authorize.redirect.no-token',
    apply: rewrite(hasCode, (answer) =>
      leadTo(answer, (location) => `${location}#access_token=Qm9x7vJ2mR4tKd0pZ8sWnL5yHb3cFg6a`),
    ),
  },
  {
    id: 'login-form-in-address',
    breaks: 'authorize.page.form-target',
    apply: rewrite(isPage, replaceInPage('<form method="post"', '<form method="get"')),
  },
  {
    id: 'login-form-to-stranger',
    breaks: 'authorize.page.form-target',
    alsoBreaks: ['authorize.flow.login-and-consent'],
    apply: rewrite(isPage, replaceInPage('action="login"', 'action="https://login.stranger.example/"')),
  },
  {
    id: 'script-of-a-stranger',
    breaks: 'authorize.page.own-content',
    apply: rewrite(
      isPage,
      replaceInPage('</main>', '</main><script src="https://cdn.stranger.example/count.js"></script>'),
    ),
  },
  {
    id: 'pages-without-charset',
    breaks: 'authorize.page.charset',
    apply: rewrite(isPage, (answer, context) =>
      withHeader('content-type', 'text/html')(
        replaceInPage('<meta charset="utf-8">', '')(answer, context),
        context,
      ),
    ),
  },
]

function hasCode({ headers }: Answer): boolean {
  return /[?&]code=/.test(headers['location'] ?? '')
}

/** Changes where a redirect leads. */
function leadTo(answer: Answer, change: (location: string) => string): Answer {
  return { ...answer, headers: { ...answer.headers, location: change(answer.headers['location'] ?? '') } }
}

/** Changes the text of a page. */
function replaceInPage(text: string, by: string): Parameters<typeof rewrite>[1] {
  return (answer) => ({ ...answer, body: String(answer.body).replace(text, by) })
}
