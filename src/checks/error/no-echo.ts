import type { Check, Subject } from '../check.ts'

/** Judges answers to requests that carried a secret; the recorder, which saw it, noted where it came back. */
export const errorNoEcho: Check = {
  requirement: 'error.no-echo',
  appliesTo: (subject) => carriedSecret(subject),
  find: (subject) =>
    subject.exchange.response.echoes
      .filter((place) => place !== 'body' || !isRefresh(subject))
      .map((place) => ({
        at: place === 'body' ? '/' : place,
        expected: 'no secret of the request',
        actual: 'a secret of the request',
      })),
}

function carriedSecret({ exchange }: Subject): boolean {
  const { url, headers, body } = exchange.request
  return [url, body ?? '', ...headers.map(([, value]) => value)].some((text) => text.includes('***'))
}

/** A refresh may hand the same refresh token out again; that it should not is another requirement. */
function isRefresh({ exchange, operation }: Subject): boolean {
  return exchange.response.status === 200 && /\/refresh\/?$/.test(operation?.path ?? '')
}
