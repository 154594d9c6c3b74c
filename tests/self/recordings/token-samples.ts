import { answers } from './answers.ts'
import { type Sample, sampleOf } from './recorded.ts'

/** A secret of the length and alphabet of real ones; it opens nothing. */
export const sampleSecret = 'sAmPlEsEcReT0123456789sAmPlEsEcReT0123456789sAmPlE'
/** A token of the length and alphabet of real ones; it opens nothing. */
export const sampleToken = 'AAIkSAMPLEonly9Zq4Rw7Tb2Lm5Xc8Vn1Kd6Hs3Gf0Jp-Yu_Ei'
/** Another one. */
export const sampleRefresh = `${sampleToken}Refresh`

const basic = `Basic ${Buffer.from(`sample-client:${sampleSecret}`).toString('base64')}`
const tokenHeaders = answers.token(sampleSecret)
const pair = {
  token_type: 'Bearer',
  access_token: sampleToken,
  consented_on: 1_594_108_800,
  refresh_token: sampleRefresh,
}
const twoLegged = 'POST /clientCredentials/oauth2/token/{countryCode}/{businessCode}'
const password = 'POST /password/oauth2/token/{countryCode}/{businessCode}'
const refused = { type: 'invalid', code: '401', details: 'Authorization credentials are missing or invalid' }

/** Token calls as the bank's sandbox was seen to answer them. */
export const tokenSamples: readonly Sample[] = [
  sampleOf('two-legged-token', {
    call: twoLegged,
    path: '/clientCredentials/oauth2/token/bh/gcb',
    market: 'BH',
    authorization: basic,
    requestBody: 'grant_type=client_credentials&scope=%2Fapi',
    headers: {
      ...tokenHeaders,
      'Content-Type': ['application/json', 'application/json'],
      Authorization: basic,
    },
    body: { token_type: 'Bearer', access_token: sampleToken, expires_in: 1800, scope: '/api' },
    shows: [
      'token-answers-no-cache',
      'token-answers-echo-credentials',
      'token-content-type-twice',
      'two-legged-no-refresh-token',
    ],
  }),
  sampleOf('unknown-grant-type', {
    call: twoLegged,
    path: '/clientCredentials/oauth2/token/bh/gcb',
    market: 'BH',
    authorization: basic,
    requestBody: 'grant_type=telepathy&scope=%2Fapi',
    status: 400,
    headers: answers.gateway,
    body: { error: 'invalid_grant' },
    shows: ['token-errors-cacheable', 'unknown-grant-invalid-grant'],
  }),
  sampleOf('unknown-scope', {
    call: twoLegged,
    path: '/clientCredentials/oauth2/token/hk/gcb',
    market: 'HK',
    authorization: basic,
    requestBody: 'grant_type=client_credentials&scope=%2Fapis',
    status: 400,
    headers: answers.gateway,
    body: { error: 'invalid_scope' },
    shows: ['token-errors-cacheable'],
  }),
  sampleOf('password-key', {
    call: 'GET /security/e2eKey',
    market: 'BH',
    authorization: `Bearer ${sampleToken}`,
    headers: {
      ...answers.password,
      bizToken: 'c2FtcGxlIGJpelRva2VuIG9mIG5vYm9keQ==',
      eventid: '022A9CD7697E5A4F340A3B2410643492',
    },
    body: { modulus: '9e698de123c3484b174dcaad', exponent: '10001' },
    shows: ['password-calls-name-server', 'password-key-no-uuid'],
  }),
  sampleOf('password-token', {
    call: password,
    path: '/password/oauth2/token/bh/gcb',
    market: 'BH',
    authorization: basic,
    requestBody: 'grant_type=password&scope=%2Fapi&username=SandboxUser1&password=3f187c9257944e06f3f192a2',
    headers: answers.password,
    body: { ...pair, expires_in: 1800, scope: '/api', refresh_token_expires_in: 2_592_000 },
    shows: ['password-token-cacheable', 'password-calls-name-server'],
  }),
  sampleOf('password-of-nobody', {
    call: password,
    path: '/password/oauth2/token/bh/gcb',
    market: 'BH',
    authorization: basic,
    requestBody: 'grant_type=password&scope=%2Fapi&username=Nobody&password=3f187c9257944e06f3f192a2',
    status: 401,
    headers: { ...answers.gateway, 'WWW-Authenticate': 'default' },
    body: refused,
    shows: ['password-401-default-challenge'],
  }),
  sampleOf('card-token', {
    call: 'POST /cardAuth/oauth2/token/{countryCode}/{businessCode}',
    path: '/cardAuth/oauth2/token/SG/gcb',
    base: 'https://qa.sandbox.apihub.citi.com/gcb/gp/api',
    market: 'SG',
    authorization: basic,
    requestBody:
      'grant_type=card_authorization&controlFlowId=85004557613767292068690451972315&linkageConfirmationCode=987654&scope=lop_booking',
    headers: tokenHeaders,
    body: {
      ...pair,
      expires_in: 2_678_400,
      scope: 'lop_booking',
      refresh_token_expires_in: 2_682_000,
      cardId: '44125873852316f2b4d4',
      customerId: '6f4442616a48476f6465',
      cardReferenceNumber: '37344b51445645',
    },
    shows: ['token-answers-no-cache', 'token-answers-echo-credentials'],
  }),
  sampleOf('card-token-ended', {
    call: 'POST /cardAuth/oauth2/revoke',
    market: 'SG',
    authorization: basic,
    requestBody: `token=${sampleToken}&token_type_hint=access_token`,
    headers: { ...answers.gateway, 'Cache-Control': 'private, no-store, no-cache' },
    body: {},
  }),
]
