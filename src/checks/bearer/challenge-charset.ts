import type { Check } from '../check.ts'
import { bearerChallengesOf } from '../headers.ts'
import { shorten } from '../json.ts'

/** What the values may hold; the quotes around them are gone when they are read. */
const allowed: Readonly<Record<string, RegExp>> = {
  error: /^[\x21\x23-\x5b\x5d-\x7e]+$/,
  scope: /^[\x20\x21\x23-\x5b\x5d-\x7e]+$/,
  error_description: /^[\x20\x21\x23-\x5b\x5d-\x7e]+$/,
  error_uri: /^[\x21\x23-\x5b\x5d-\x7e]+$/,
}

/** Judges every challenge that asks for a bearer token. */
export const bearerChallengeCharset: Check = {
  requirement: 'bearer.challenge.charset',
  appliesTo: ({ exchange }) => bearerChallengesOf(exchange).length > 0,
  find: ({ exchange }) =>
    bearerChallengesOf(exchange)
      .flatMap(({ attributes }) => attributes)
      .filter(([name, value]) => allowed[name]?.test(value) === false)
      .map(([name, value]) => ({
        at: `header WWW-Authenticate, ${name}`,
        expected: 'printable ASCII without quotes and backslash',
        actual: value === '' ? 'an empty value' : shorten(value),
      })),
}
