import type { DocumentPromise } from './types.ts'

const people = 'a matter between people and the portal; no call to the API shows it'

/** What the FAQ promises. */
export const faq: readonly DocumentPromise[] = [
  {
    source: 'seed-001#same-form',
    says: 'Sandbox calls have the form and function of production calls.',
    requirements: ['shape.operation.succeeds', 'shape.body.documented', 'shape.header.documented'],
  },
  {
    source: 'seed-001#regions',
    says: 'What is offered differs from region to region, and the catalogue says what.',
    requirements: ['access.market.not-offered'],
  },
  {
    source: 'seed-001#accounts-of-developers',
    says: 'Developers register, activate within seven days, and recover their password.',
    requirements: [],
    outside: people,
  },
  {
    source: 'seed-001#markets',
    says: 'One client id and secret serve every market; the token is fetched from the market.',
    requirements: ['access.market.credentials', 'access.market.code-bound', 'accounts.currency.fits-market'],
  },
  {
    source: 'seed-001#production',
    says: 'Production access is granted after talks.',
    requirements: [],
    outside: people,
  },
  {
    source: 'seed-001#certificates',
    says: 'A sandbox may have a certificate of its own; production has one that the bank provides.',
    requirements: [
      'tls.certificate.chain',
      'tls.certificate.hostname',
      'tls.certificate.validity',
      'registration.certificate.required',
    ],
  },
  {
    source: 'seed-001#tls',
    says: 'TLS 1.2 is required; 1.0 and 1.1 are no longer served.',
    requirements: ['tls.version.no-10', 'tls.version.no-11', 'tls.version.12'],
  },
  {
    source: 'seed-001#oauth',
    says: 'Authorization follows OAuth 2.0, two-legged and three-legged.',
    requirements: [
      'token.client-auth.basic',
      'authorize.flow.login-and-consent',
      'token.grant.unknown',
      'token.grant.missing',
    ],
  },
  {
    source: 'seed-001#bearer-basic',
    says: 'Basic credentials serve the authorization calls, a Bearer token all others.',
    requirements: [
      'token.client-auth.basic',
      'token.client-auth.bearer-refused',
      'bearer.basic-on-resource',
      'bearer.header.accepted',
    ],
  },
  {
    source: 'seed-001#basic-encoding',
    says: 'Client id and secret are encoded in base64 behind the word Basic.',
    requirements: ['token.client-auth.base64', 'token.client-auth.scheme'],
  },
  {
    source: 'seed-001#grants',
    says: 'Customers’ data need the authorization code grant; the bank’s own data the client credentials grant.',
    requirements: ['bearer.wrong-grant', 'access.customer.separate'],
  },
  {
    source: 'seed-001#token-expiry',
    says: 'A code lives 120 seconds, an access token 30 minutes, a refresh token 30 days.',
    requirements: [
      'expiry.code.120s',
      'expiry.access-token.30min',
      'expiry.access-token.two-legged',
      'expiry.refresh-token.30-days',
      'token.response.lifetime-1800',
      'token.response.refresh-lifetime',
    ],
  },
  {
    source: 'seed-001#unauthorized',
    says: '401 comes from a secret that does not match, a wrong encoding, a missing prefix, or an ended token.',
    requirements: [
      'token.client-auth.wrong-secret',
      'token.client-auth.unknown-client',
      'token.client-auth.swapped',
      'token.client-auth.foreign-secret',
      'token.client-auth.base64',
      'token.client-auth.scheme',
      'bearer.expired',
      'bearer.revoked',
    ],
  },
  {
    source: 'seed-001#mfa',
    says: 'A transaction of high risk, such as a transfer of money, needs a second factor.',
    requirements: [],
  },
  {
    source: 'seed-001#429',
    says: 'Calls are capped in time; beyond the cap comes 429, and a minute later service again.',
    requirements: ['ratelimit.429.status', 'ratelimit.window.recovers'],
  },
  {
    source: 'seed-001#catalogue',
    says: 'The catalogue tells which interfaces each market offers.',
    requirements: [],
  },
  {
    source: 'seed-001#applications',
    says: 'A developer registers as many applications as needed; each has an id and a secret.',
    requirements: [],
  },
  {
    source: 'seed-001#teams',
    says: 'The credentials of an application are shared with invited members of a team.',
    requirements: [],
  },
  {
    source: 'seed-001#test-data',
    says: 'Standard test customers hold different data.',
    requirements: ['access.customer.separate'],
  },
]
