import type { ExchangeData } from './exchange-of.ts'

/** A value of the length and alphabet of real tokens; it opens nothing. */
export const tokenValue = 'AAIkSAMPLEonly9Zq4Rw7Tb2Lm5Xc8Vn1Kd6Hs3Gf0Jp-Yu_Ei'

const common = {
  Date: 'Mon, 05 Jan 2026 09:00:00 GMT',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'Cache-Control': 'no-store',
  Server: 'gateway',
  'X-Global-Transaction-ID': '4f1c0c1e5e7a2b90d3c6a184',
}
const json = { ...common, 'Content-Type': 'application/json' }
const html = { ...common, 'Content-Type': 'text/html; charset=utf-8' }

const clientHeaders = {
  Authorization: `Basic ${Buffer.from('sample-client:sample-secret-0001').toString('base64')}`,
  'Content-Type': 'application/x-www-form-urlencoded',
}
const resourceHeaders = {
  Authorization: `Bearer ${tokenValue}`,
  Accept: 'application/json',
  uuid: '6a1f0c1e-0000-4000-8000-00000000000a',
}

/** A two-legged token call that succeeds. */
export const tokenGranted: ExchangeData = {
  call: 'POST /clientCredentials/oauth2/token/in/gcb',
  requestHeaders: clientHeaders,
  requestBody: 'grant_type=client_credentials&scope=%2Fapi',
  status: 200,
  headers: { ...json, Pragma: 'no-cache' },
  body: { access_token: tokenValue, token_type: 'Bearer', expires_in: 1800, scope: '/api' },
}

/** A refresh that hands out a new pair. */
export const pairGranted: ExchangeData = {
  ...tokenGranted,
  call: 'POST /authCode/oauth2/refresh',
  requestBody: `grant_type=refresh_token&refresh_token=${tokenValue}old`,
  body: {
    access_token: tokenValue,
    token_type: 'bearer',
    expires_in: 1800,
    scope: 'accounts_details_transactions',
    refresh_token: `${tokenValue}new`,
    refresh_token_expires_in: 2_592_000,
  },
}

/** A token for a card, which lives 31 days. */
export const cardGranted: ExchangeData = {
  ...pairGranted,
  call: 'POST /cardAuth/oauth2/token/sg/gcb',
  requestBody: 'grant_type=card_authorization',
  body: {
    access_token: tokenValue,
    token_type: 'Bearer',
    expires_in: 2_678_400,
    scope: 'Card_Purchase',
    refresh_token: `${tokenValue}new`,
    refresh_token_expires_in: 2_682_000,
  },
}

/** The token call of the guide. */
export const guideGranted: ExchangeData = {
  ...tokenGranted,
  base: 'origin',
  call: 'POST /oauth/v1/token',
  body: { access_token: tokenValue, token_type: 'Bearer', expires_in: 3600, scope: 'accounts' },
}

/** A token call that is refused with 400. */
export const tokenRefused: ExchangeData = {
  ...tokenGranted,
  status: 400,
  headers: json,
  body: { error: 'invalid_request', error_description: 'The parameter scope is missing.' },
}

/** A token call whose client is not known. */
export const clientRefused: ExchangeData = {
  ...tokenGranted,
  status: 401,
  headers: { ...json, 'WWW-Authenticate': 'Basic realm="citi"' },
  body: { error: 'invalid_client' },
}

/** Accounts that a customer consented to. */
export const accountsGranted: ExchangeData = {
  call: 'GET /v1/accounts',
  requestHeaders: resourceHeaders,
  status: 200,
  headers: { ...json, uuid: resourceHeaders.uuid },
  body: {
    accounts: [
      {
        accountId: '3739326135646365',
        currencyCode: 'INR',
        currentBalance: 41_666.62,
        displayAccountNumber: 'XXXXXX4416',
      },
    ],
  },
}

/** One account, in an answer with a required header. */
export const accountGranted: ExchangeData = {
  ...accountsGranted,
  call: 'GET /v1/accounts/3739326135646365',
  headers: { ...accountsGranted.headers, 'X-Total-Count': '1' },
  body: { accountId: '3739326135646365', currencyCode: 'INR', currentBalance: 0 },
}

/** Data that belong to no customer. */
export const currenciesGranted: ExchangeData = {
  ...accountsGranted,
  call: 'GET /v1/currencies',
  body: ['INR', 'USD'],
}

/** The accounts of the guide, whose shape is our conclusion. */
export const guideAccounts: ExchangeData = {
  ...accountsGranted,
  base: 'origin',
  call: 'GET /api/v1/accounts',
  body: [{ accountId: '123456789', currency: 'USD' }],
}

/** A resource call without a required parameter. */
export const resourceRefused: ExchangeData = {
  ...accountsGranted,
  status: 400,
  headers: json,
  body: { type: 'invalid', code: 'invalidRequest', details: 'Missing or invalid parameters' },
}

/** A resource call whose token has expired. */
export const tokenExpired: ExchangeData = {
  ...accountsGranted,
  status: 401,
  headers: { ...json, 'WWW-Authenticate': 'Bearer realm="citi", error="invalid_token"' },
  body: { type: 'error', code: 'unAuthorized', details: 'Authorization credentials are missing or invalid' },
}

/** A failure inside the bank. */
export const bankFailed: ExchangeData = {
  ...accountsGranted,
  status: 500,
  headers: json,
  body: { type: 'fatal', code: 'serverDown', details: 'The request failed due to an internal error' },
}

/** An address that no document offers. */
export const addressUnknown: ExchangeData = {
  ...accountsGranted,
  call: 'GET /v1/nothing',
  status: 404,
  headers: json,
  body: { type: 'error', code: 'notFound' },
}

/** A call above the quota. */
export const quotaSpent: ExchangeData = {
  ...accountsGranted,
  status: 429,
  headers: {
    ...json,
    'Retry-After': '30',
    'X-RateLimit-Limit': 'name=rate-limit-1,60;',
    'X-RateLimit-Remaining': 'name=rate-limit-1,0;',
  },
  body: { type: 'error', code: 'tooMany', details: 'Wait a minute.' },
}

/** The login page. */
export const loginPage: ExchangeData = {
  call: 'GET /authCode/oauth2/authorize?response_type=code&client_id=sample-client',
  status: 200,
  headers: {
    ...html,
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Referrer-Policy': 'no-referrer',
  },
  body: '<!doctype html><form method="post" action="login"><input name="password"></form>',
}

/** Consent given: the redirect back to the application with a code. */
export const consentGiven: ExchangeData = {
  call: 'POST /authCode/oauth2/consent',
  requestBody: 'decision=authorize',
  status: 303,
  headers: { ...common, Location: `https://app.example/back?code=${tokenValue}&state=s` },
}
