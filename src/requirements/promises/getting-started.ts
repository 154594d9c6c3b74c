import type { DocumentPromise } from './types.ts'

/** What the getting-started guide promises. */
export const gettingStarted: readonly DocumentPromise[] = [
  {
    source: 'seed-000#first-token',
    says: 'A form with client id, secret and grant type gives a Bearer token with its lifetime and scope.',
    requirements: [
      'getting-started.token.form-credentials',
      'getting-started.token.lifetime-3600',
      'token.response.access-token',
      'token.response.token-type',
      'token.response.expires-in',
    ],
  },
  {
    source: 'seed-000#first-call',
    says: 'With the token, the accounts call answers 200 with a list of accounts and their balances.',
    requirements: ['getting-started.accounts.array', 'bearer.header.accepted'],
  },
  {
    source: 'seed-000#secret',
    says: 'The secret is confidential and shown once.',
    requirements: ['error.no-echo'],
  },
  {
    source: 'seed-000#trouble-401',
    says: 'Wrong credentials, an expired token or a missing header give 401.',
    requirements: ['token.client-auth.wrong-secret', 'bearer.expired', 'bearer.missing.401'],
  },
  {
    source: 'seed-000#trouble-403',
    says: 'Insufficient permissions or a wrong scope give 403.',
    requirements: ['bearer.scope', 'bearer.wrong-grant', 'access.market.not-offered'],
  },
  {
    source: 'seed-000#trouble-400',
    says: 'A malformed body, a missing parameter or a wrong type gives 400.',
    requirements: [
      'http.body.malformed',
      'request.parameter.required',
      'request.parameter.invalid',
      'request.body.required',
      'request.body.invalid',
      'request.header.required',
    ],
  },
  {
    source: 'seed-000#trouble-404',
    says: 'A wrong address gives 404.',
    requirements: ['http.path.unknown'],
  },
  {
    source: 'seed-000#trouble-5xx',
    says: 'An internal failure gives a server error.',
    requirements: ['error.500.envelope'],
  },
  {
    source: 'seed-000#error-details',
    says: 'An error body holds the details that help to find the cause.',
    requirements: ['error.shape', 'error.code-known', 'token.error.shape'],
  },
]
