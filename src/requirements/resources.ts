import type { Area } from './types.ts'

/** What the resources promise beyond their shape. */
export const resources = {
  'accounts.transactions.date-filter': {
    level: 'MUST',
    text: 'A date filter returns the transactions of that range only.',
    source: 'specs/accounts.yaml#/paths/~1v1~1accounts~1{accountId}~1transactions/get',
    evidence: 'documented',
  },
  'accounts.transactions.paging-complete': {
    level: 'MUST',
    text: 'Following nextStartIndex yields every transaction once and ends.',
    source: 'specs/accounts.yaml#/paths/~1v1~1accounts~1{accountId}~1transactions/get',
    evidence: 'documented',
  },
  'accounts.transactions.paging-invalid': {
    level: 'SHOULD',
    text: 'An invalid nextStartIndex gives 400.',
    source: 'specs/accounts.yaml#/paths/~1v1~1accounts~1{accountId}~1transactions/get',
    evidence: 'inferred',
  },
  'accounts.transactions.own': {
    level: 'MUST',
    text: 'Every transaction names the account whose transactions were asked for.',
    source: 'specs/accounts.yaml#/paths/~1v2~1accounts~1{accountId}~1transactions/get',
    evidence: 'documented',
  },
  'accounts.transactions.date-order': {
    level: 'MUST',
    text: 'A range that ends before it starts gives 400.',
    source: 'specs/accounts.yaml#/paths/~1v2~1accounts~1{accountId}~1transactions/get',
    evidence: 'documented',
  },
  'accounts.list.details-agree': {
    level: 'MUST',
    text: 'Every account of the list opens as details with the same number, and with the same currency and balance where both show them.',
    source: 'specs/accounts.yaml#/paths/~1v1~1accounts~1{accountId}/get',
    evidence: 'documented',
  },
  'accounts.currency.fits-market': {
    level: 'SHOULD',
    text: 'Accounts of a market are kept in its currency.',
    source: 'seed-001#markets',
    evidence: 'inferred',
  },
  'getting-started.token.form-credentials': {
    level: 'SHOULD',
    text: "The guide's token call takes the credentials in the form body.",
    source: 'seed-000#first-token',
    evidence: 'inferred',
  },
  'getting-started.token.lifetime-3600': {
    level: 'SHOULD',
    text: "The guide's token declares a lifetime of 3600 seconds.",
    source: 'seed-000#first-token',
    evidence: 'inferred',
  },
  'getting-started.accounts.array': {
    level: 'SHOULD',
    text: "The guide's account list is an array with nested balances.",
    source: 'seed-000#first-call',
    evidence: 'inferred',
  },
} as const satisfies Area
