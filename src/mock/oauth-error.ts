import { type Answer, json } from './answer.ts'

/** Headers of everything that a token endpoint says. @see https://www.rfc-editor.org/rfc/rfc6749#section-5.1 */
export const neverCached = { 'cache-control': 'no-store', pragma: 'no-cache' } as const

/** Makes an error of a token call. @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
export function oauthError(
  status: number,
  error: string,
  description: string,
  headers: Record<string, string> = {},
): Answer {
  return json(status, { error, error_description: description }, { ...neverCached, ...headers })
}

/** Tells whether a value is an answer rather than what was asked for. */
export function isAnswer(value: object): value is Answer {
  return 'status' in value && 'headers' in value
}
