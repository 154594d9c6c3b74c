import type { DocumentPromise } from './types.ts'

/** What the guide to PSD2 and authorization promises. */
export const psd2Guide: readonly DocumentPromise[] = [
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
    requirements: ['card-authorization.enrol.asks-factor'],
  },
  {
    source: 'seed-003#card-activation',
    says: 'Each card of a customer is activated on its own.',
    requirements: ['card-authorization.token.second-card', 'card-authorization.activate.works'],
  },
  {
    source: 'seed-003#card-refresh',
    says: 'A card token is refreshed into a new pair.',
    requirements: ['card-authorization.refresh.new-pair'],
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
