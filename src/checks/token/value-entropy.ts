import type { Check, Subject } from '../check.ts'
import type { SecretFact } from '../../http/exchange.ts'

const leastBits = 128

/** Judges by an upper bound from length and alphabet: what fails here can be guessed for certain. */
export const tokenValueEntropy: Check = {
  requirement: 'token.value.entropy',
  appliesTo: (subject) => handedOut(subject).length > 0,
  find: (subject) =>
    handedOut(subject)
      .filter(({ bits }) => bits < leastBits)
      .map(({ at, name, bits, length }) => ({
        at,
        expected: `${name} with at least ${leastBits} bits`,
        actual: `at most ${bits} bits in ${length} characters`,
      })),
}

/** A code is one only in a redirect; in a body the name belongs to the error model. */
function handedOut({ exchange }: Subject): SecretFact[] {
  return exchange.response.secrets.filter(({ at, name }) =>
    name === 'code'
      ? at.toLowerCase() === 'header location'
      : name === 'access_token' || name === 'refresh_token',
  )
}
