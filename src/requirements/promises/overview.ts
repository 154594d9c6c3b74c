import type { DocumentPromise } from './types.ts'

/** What the overview page promises. */
export const overview: readonly DocumentPromise[] = [
  {
    source: 'seed-002#fields',
    says: 'An account has an id, a nickname, balances and a currency of ISO 4217.',
    requirements: ['shape.body.documented', 'shape.value.currency', 'accounts.list.details-agree'],
  },
  {
    source: 'seed-002#catalogue-call',
    says: 'The catalogue is asked for with a key in a header.',
    requirements: [],
  },
  {
    source: 'seed-002#https',
    says: 'HTTPS is required.',
    requirements: ['tls.plain.refused'],
  },
  {
    source: 'seed-002#trouble-401',
    says: 'An expired token gives 401; refreshing it and sending the client id again gives service.',
    requirements: ['expiry.access-token.then-refresh', 'bearer.foreign-client'],
  },
  {
    source: 'seed-002#trouble-403',
    says: 'A call that the application may not make gives 403.',
    requirements: ['bearer.scope'],
  },
  {
    source: 'seed-002#trouble-404',
    says: 'An account that does not exist or is not the customer’s gives 404.',
    requirements: ['access.object.unknown', 'access.object.foreign'],
  },
]
