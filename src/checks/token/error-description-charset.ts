import type { Check } from '../check.ts'
import { propertyOf } from '../json.ts'
import { isTokenRefusal } from '../subject.ts'

const forbidden = /[^\x20\x21\x23-\x5b\x5d-\x7e]/gu

/** The description is optional; one that is there must fit into a header. */
export const tokenErrorDescriptionCharset: Check = {
  requirement: 'token.error.description-charset',
  appliesTo: (subject) =>
    isTokenRefusal(subject) && typeof propertyOf(subject.json, 'error_description') === 'string',
  find: ({ json }) => {
    const found = [...new Set(String(propertyOf(json, 'error_description')).match(forbidden))]
    if (found.length === 0) return []
    return [
      {
        at: '/error_description',
        expected: 'printable ASCII without quotes and backslash',
        actual: `the characters ${found.slice(0, 5).map(describeCharacter).join(', ')}`,
      },
    ]
  },
}

function describeCharacter(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
