import type { Check } from '../check.ts'
import { membersOf } from '../json.ts'

/** Of two equal names one parser keeps the first value and another the last. */
export const httpJsonUniqueNames: Check = {
  requirement: 'http.json.unique-names',
  appliesTo: ({ exchange, json }) => json !== undefined && exchange.response.body.includes('{'),
  find: ({ exchange }) =>
    membersOf(exchange.response.body)
      .filter(({ repeated }) => repeated)
      .map(({ at, name }) => ({ at, expected: `${name} once`, actual: `${name} again` })),
}
