import type { Area } from './types.ts'

/** What developers do in the portal, and the catalogue call of the third-party sample. */
export const developerHub = {
  'hub.application.works': {
    level: 'MUST',
    text: 'The credentials of a registered application give tokens in the flow of customers.',
    source: 'seed-001#applications',
    evidence: 'documented',
  },
  'hub.application.redirect': {
    level: 'MUST',
    text: 'Customers are sent back to the address that was registered for the application, and to no other.',
    source: 'rfc6749#section-3.1.2.3',
    evidence: 'standard',
  },
  'hub.application.many': {
    level: 'MUST',
    text: 'A developer registers several applications, each with credentials of its own.',
    source: 'seed-001#applications',
    evidence: 'documented',
  },
  'hub.secret.once': {
    level: 'SHOULD',
    text: 'The secret is shown when it is made and never again.',
    source: 'seed-000#secret',
    evidence: 'inferred',
  },
  'hub.secret.regenerated': {
    level: 'SHOULD',
    text: 'A secret that was replaced is dead at once.',
    source: 'owasp-api-2023#api2',
    evidence: 'standard',
  },
  'hub.team.shared': {
    level: 'MUST',
    text: 'A teammate sees an application that was shared.',
    source: 'seed-001#teams',
    evidence: 'documented',
  },
  'hub.team.private': {
    level: 'MUST',
    text: 'Nobody else sees an application.',
    source: 'seed-001#teams',
    evidence: 'documented',
  },
  'hub.catalogue.market': {
    level: 'MUST',
    text: 'The catalogue lists for each market what that market offers.',
    source: 'seed-001#catalogue',
    evidence: 'documented',
  },
  'hub.catalogue.call': {
    level: 'SHOULD',
    text: 'The catalogue call answers whoever holds the key of an application.',
    source: 'seed-002#catalogue-call',
    evidence: 'inferred',
  },
  'hub.catalogue.key-required': {
    level: 'SHOULD',
    text: 'The catalogue call without a key is refused.',
    source: 'seed-002#trouble-401',
    evidence: 'inferred',
  },
  'hub.catalogue.key-known': {
    level: 'SHOULD',
    text: 'The catalogue call with a key that nobody has is refused.',
    source: 'seed-002#trouble-401',
    evidence: 'inferred',
  },
} as const satisfies Area
