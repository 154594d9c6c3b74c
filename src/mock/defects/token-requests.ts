import { without, type Defect } from './defect.ts'

/** Mistakes in reading token calls. */
export const tokenRequestsDefects: readonly Defect[] = [
  { id: 'token-by-get', breaks: 'token.request.post-only', apply: without('token.post') },
  { id: 'token-from-json', breaks: 'token.request.form-encoded', apply: without('token.form') },
  {
    id: 'parameter-twice-accepted',
    breaks: 'token.request.duplicate-parameter',
    apply: without('token.duplicate'),
  },
  { id: 'empty-parameter-counts', breaks: 'token.request.empty-parameter', apply: without('token.empty') },
  {
    id: 'unknown-parameter-refused',
    breaks: 'token.request.unknown-parameter',
    apply: without('token.unknown-parameter'),
  },
  { id: 'any-grant-type', breaks: 'token.grant.unknown', apply: without('token.grant-type-known') },
  {
    id: 'no-grant-type',
    breaks: 'token.grant.missing',
    alsoBreaks: ['token.request.empty-parameter'],
    apply: without('token.grant-type'),
  },
  { id: 'grant-not-checked', breaks: 'token.grant.not-allowed', apply: without('token.grant-allowed') },
  { id: 'any-scope', breaks: 'token.scope.invalid', apply: without('token.scope-known') },
  { id: 'no-scope', breaks: 'token.scope.missing', apply: without('token.scope-required') },
  {
    id: 'token-given-again',
    breaks: 'token.value.unique',
    alsoBreaks: ['refresh.flow.new-pair'],
    apply: without('token.fresh'),
  },
  {
    id: 'one-market-only',
    breaks: 'access.market.credentials',
    market: 'us',
    apply: without('token.market-any'),
  },
  { id: 'password-grant-anywhere', breaks: 'token.grant.password-off', apply: without('token.password') },
]
