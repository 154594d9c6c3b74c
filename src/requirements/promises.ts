import { type RequirementId, requirementIds, requirementOf } from './index.ts'

/** A promise of the documents that the product is about, in our words, with what the suite makes of it. */
export interface DocumentPromise {
  /** An anchor as in a requirement's source, for example `seed-001#token-expiry`. */
  readonly source: string
  readonly says: string
  /** Requirements that answer it besides those that name it as their source. */
  readonly requirements: readonly RequirementId[]
  /** Why nothing that speaks to the API can test it; only for promises without requirements. */
  readonly outside?: string
}

const people = 'a matter between people and the portal; no call to the API shows it'

/** Every promise of the four documents, in their order. */
export const promises: readonly DocumentPromise[] = [
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
      'tls.mtls.required',
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
  {
    source: 'seed-002#fields',
    says: 'An account has an id, a nickname, balances and a currency of ISO 4217.',
    requirements: ['shape.body.documented', 'shape.value.currency', 'accounts.list.details-agree'],
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
  {
    source: 'seed-003#create-a-new-client',
    says: 'A client under PSD2 is created by a call of its market, and gets credentials of its own.',
    requirements: [],
  },
  {
    source: 'seed-003#psd2-credentials-from-the-certificate',
    says: 'Credentials are issued on the strength of the eIDAS certificate, wherever the client is.',
    requirements: [],
  },
  {
    source: 'seed-003#credentials',
    says: 'The client id stands in every call; the secret proves the application.',
    requirements: ['bearer.foreign-client', 'token.client-auth.required'],
  },
  {
    source: 'seed-003#two-legged',
    says: 'A POST with encoded credentials and scopes gives a token for further two-legged calls.',
    requirements: ['token.client-auth.basic', 'token.scope.missing', 'token.scope.invalid'],
  },
  {
    source: 'seed-003#three-legged',
    says: 'An address with client id, state, country and scope leads to the login; the code comes to the redirect address and is exchanged for a token.',
    requirements: [
      'authorize.flow.login-and-consent',
      'authorize.flow.browser',
      'authorize.parameter.required',
      'authorize.state.echoed',
      'authorize.redirect.exact-match',
      'authorize.code.single-use',
    ],
  },
  {
    source: 'seed-003#psd2-three-legged-only',
    says: 'Clients under PSD2 use three-legged authorization only.',
    requirements: [],
  },
  {
    source: 'seed-003#refresh',
    says: 'A valid refresh token gives a new pair when the access token has expired.',
    requirements: ['refresh.flow.new-pair', 'expiry.access-token.then-refresh', 'refresh.rotation-replaces'],
  },
  {
    source: 'seed-003#card-authorization',
    says: 'A card is enrolled, and a password sent once to the registered mobile number completes it.',
    requirements: [],
  },
  {
    source: 'seed-003#card-activation',
    says: 'Each card of a customer is activated on its own.',
    requirements: [],
  },
  {
    source: 'seed-003#card-refresh',
    says: 'A card token is refreshed into a new pair.',
    requirements: [],
  },
  {
    source: 'seed-003#card-revoke',
    says: 'Revoking a card token ends the access that the customer gave.',
    requirements: [],
  },
  {
    source: 'seed-003#revoke',
    says: 'Revoking ends the access that the customer gave to the application.',
    requirements: [
      'revoke.access-token.effective',
      'revoke.access-token.ends-refresh',
      'revoke.refresh-token.effective',
      'revoke.refresh-token.ends-access',
    ],
  },
]

/** Lists the requirements that answer a promise: those that name it as their source, and the others. */
export function requirementsFor({ source, requirements }: DocumentPromise): RequirementId[] {
  const named = requirementIds.filter((id) => requirementOf(id).source === source)
  return [...new Set([...named, ...requirements])]
}

/** Lists the promises that a requirement answers. */
export function promisesOf(id: RequirementId): DocumentPromise[] {
  return promises.filter((promise) => requirementsFor(promise).includes(id))
}
