import type { DeviationArea } from './types.ts'

const coreBanking = [
  'listAccounts',
  'getAccount',
  'listTransactions',
  'listPersonalTransferAccounts',
  'preprocessPersonalTransfer',
  'executePersonalTransfer',
]

/** What the gateway in front of every product does. */
export const gateway = {
  'hsts-not-sent': {
    what: 'No answer asks for HTTPS from then on.',
    evidence: 'Missing in every recorded answer of both sandbox hosts.',
    since: '2020-07-15',
    shows: {},
    occurs: 'always',
    findings: [{ requirement: 'http.hsts', at: ['header Strict-Transport-Security'], actual: /^no header$/ }],
  },
  'gateway-401-names-itself': {
    what: 'The gateway refuses a token with the type unAuthorized and the code 401, which are no documented words.',
    evidence:
      'Recorded for a token behind an invented scheme; expired and foreign tokens, and a foreign client_id, gave the same body.',
    since: '2020-08-04',
    shows: { statuses: [401], authorization: /^(?!Basic )\S+ \*{3}$/i },
    occurs: 'always',
    findings: [
      { requirement: 'error.shape', at: ['/type'], actual: /^"unAuthorized"$/ },
      { requirement: 'shape.body.documented', at: ['/type'], actual: /^"unAuthorized"$/ },
      { requirement: 'shape.body.inferred', at: ['/type'], actual: /^"unAuthorized"$/ },
      { requirement: 'error.code-known', at: ['/code'], actual: /^"401"$/ },
    ],
  },
  'bare-bearer-as-text': {
    what: 'The bare word Bearer is refused with JSON that calls itself text/plain.',
    evidence: 'Recorded on the list of accounts for own transfers, with the word alone in the header.',
    since: '2020-08-08',
    shows: { statuses: [401], authorization: /^Bearer *$/i },
    occurs: 'always',
    findings: [
      {
        requirement: 'http.content-type.documented',
        at: ['header Content-Type'],
        actual: /^text\/plain$/,
      },
    ],
  },
  'core-banking-cacheable': {
    what: 'The back end of accounts and transfers does not keep caches from storing what it sends.',
    evidence:
      'No Cache-Control on the list of accounts, nor on three calls of own transfers; the same back end serves transactions. Those of cards and loans send the header.',
    since: '2020-08-08',
    shows: { operations: coreBanking, statuses: [200, 206] },
    occurs: 'always',
    findings: [
      {
        requirement: 'http.cache.personal-data',
        at: ['header Cache-Control'],
        actual: /^no header$/,
      },
    ],
  },
} as const satisfies DeviationArea
