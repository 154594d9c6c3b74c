import type { DeviationArea } from './types.ts'

const gatewayTokens = ['issueClientCredentialsToken', 'issueCardToken', 'refreshCardToken']

/** What the token calls do. */
export const tokens = {
  'token-answers-no-cache': {
    what: 'Two-legged and card tokens come with no-cache and max-age=0, which lets a cache keep them.',
    evidence: 'Recorded with a two-legged token for Bahrain and with card tokens on both sandbox hosts.',
    since: '2020-07-15',
    shows: { operations: gatewayTokens, statuses: [200] },
    occurs: 'always',
    findings: [
      {
        requirement: 'token.response.no-store',
        at: ['header Cache-Control'],
        actual: /^no-cache, max-age=0$/,
      },
      {
        requirement: 'shape.header.documented',
        at: ['header Cache-Control'],
        actual: /^no-cache, max-age=0$/,
      },
    ],
  },
  'token-answers-echo-credentials': {
    what: 'Two-legged and card tokens come with the credentials of the request in response headers.',
    evidence:
      'The header client_secret and the cookie in each recorded one, the Basic header besides for Bahrain.',
    since: '2020-07-15',
    shows: { operations: gatewayTokens, statuses: [200] },
    occurs: 'always',
    findings: [
      {
        requirement: 'error.no-echo',
        at: ['header Authorization', 'header client_secret', 'header Cookie'],
      },
    ],
  },
  'token-content-type-twice': {
    what: 'A two-legged token names its media type twice.',
    evidence: 'Two lines of Content-Type, both application/json, with a token for Bahrain.',
    since: '2020-08-08',
    shows: { operations: ['issueClientCredentialsToken'], statuses: [200] },
    occurs: 'always',
    findings: [
      {
        requirement: 'http.content-type.documented',
        at: ['header Content-Type'],
        actual: /^application\/json, application\/json$/,
      },
    ],
  },
  'two-legged-no-refresh-token': {
    what: 'A two-legged token comes without the refresh token that the portal lists as mandatory.',
    evidence: 'Absent in every recorded two-legged answer, for Bahrain and Hong Kong.',
    since: '2020-07-21',
    shows: { operations: ['issueClientCredentialsToken'], statuses: [200] },
    occurs: 'always',
    findings: [{ requirement: 'shape.body.documented', at: ['/refresh_token'], actual: /^no such field$/ }],
  },
  'token-errors-cacheable': {
    what: 'A refused token request does not keep caches from storing the refusal.',
    evidence: 'No Cache-Control where the grant type was unknown.',
    since: '2020-08-04',
    shows: { operations: ['issueClientCredentialsToken'], statuses: [400] },
    occurs: 'always',
    findings: [{ requirement: 'token.error.no-store', at: ['header Cache-Control'], actual: /^no header$/ }],
  },
  'unknown-grant-invalid-grant': {
    what: 'An unknown grant type is answered with invalid_grant, which speaks of a wrong code or token.',
    evidence: 'Recorded with the grant type loan_authorization at the two-legged token call.',
    since: '2020-08-04',
    shows: {
      operations: ['issueClientCredentialsToken'],
      statuses: [400],
      requestBody: /(^|&)grant_type=(?!client_credentials(&|$))[^&]/,
    },
    occurs: 'always',
    findings: [
      { requirement: 'token.grant.unknown', at: ['/error'], actual: /^"invalid_grant"$/ },
      { requirement: 'token.grant.unknown', at: ['status'], actual: /^400 invalid_grant$/ },
    ],
  },
} as const satisfies DeviationArea
