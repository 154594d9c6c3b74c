import type { Check } from '../check.ts'
import { bearerChallengesOf, type Challenge } from '../headers.ts'

const single: readonly string[] = ['realm', 'scope', 'error', 'error_description', 'error_uri']

/** Two challenges may each have one; a client reads the attributes of a challenge into a map. */
export const bearerChallengeUniqueAttributes: Check = {
  requirement: 'bearer.challenge.unique-attributes',
  appliesTo: ({ exchange }) => bearerChallengesOf(exchange).length > 0,
  find: ({ exchange }) =>
    bearerChallengesOf(exchange)
      .flatMap(repeatedNames)
      .map((name) => ({
        at: 'header WWW-Authenticate',
        expected: `${name} at most once`,
        actual: `${name} more than once`,
      })),
}

function repeatedNames({ attributes }: Challenge): string[] {
  return single.filter((wanted) => attributes.filter(([name]) => name === wanted).length > 1)
}
