import { type Defect, isSuccessOf, lifetimes, rewrite, withBody, withFields, without } from './defect.ts'

const market = 'sg' as const

const tokens: readonly Defect[] = [
  {
    id: 'card-token-opens-every-card',
    breaks: 'card-authorization.token.one-card',
    market,
    apply: without('card.own'),
  },
  {
    id: 'card-token-opens-foreign-cards',
    breaks: 'card-authorization.token.foreign-card',
    market,
    apply: without('object.owner'),
  },
  {
    id: 'card-token-opens-any-scope',
    breaks: 'card-authorization.token.scope',
    market,
    apply: without('bearer.scope'),
  },
  {
    id: 'customer-token-opens-card-calls',
    breaks: 'card-authorization.token.grant',
    market,
    apply: without('bearer.grant', 'bearer.scope'),
  },
  {
    id: 'card-refresh-gives-the-old-token',
    breaks: 'card-authorization.refresh.new-pair',
    market,
    apply: without('card.fresh'),
  },
  {
    id: 'card-refresh-declares-31-days',
    breaks: 'card-authorization.refresh.declared-lifetime',
    market,
    apply: rewrite(isSuccessOf('refreshCardToken'), withFields({ refresh_token_expires_in: 2_682_000 })),
  },
  {
    id: 'card-old-refresh-token-works',
    breaks: 'card-authorization.refresh.rotation',
    market,
    apply: without('refresh.rotation', 'refresh.family'),
  },
  {
    id: 'card-refresh-takes-code-flow-tokens',
    breaks: 'card-authorization.refresh.code-flow-token',
    alsoBreaks: ['shape.body.documented'],
    market,
    apply: without('refresh.kinds'),
  },
  {
    id: 'card-revocation-without-effect',
    breaks: 'card-authorization.revoke.ends-access',
    market,
    apply: without('revoke.effective'),
  },
  {
    id: 'card-revocation-spares-refresh-token',
    breaks: 'card-authorization.revoke.ends-refresh',
    market,
    apply: without('revoke.ends-refresh'),
  },
  {
    id: 'card-revocation-talks',
    breaks: 'card-authorization.revoke.empty-object',
    alsoBreaks: ['shape.body.documented'],
    market,
    apply: rewrite(isSuccessOf('revokeCardToken'), withBody({ status: 'success' })),
  },
  {
    id: 'card-token-headers-optional',
    breaks: 'request.header.required',
    market,
    apply: without('token.header-required'),
  },
]

const deadlines: readonly Defect[] = [
  {
    id: 'card-token-lives-a-month',
    breaks: 'expiry.card-token.31-days',
    market,
    apply: lifetimes({ cardAccessTokenSeconds: 2_592_000 }),
  },
  {
    id: 'card-token-lives-longer',
    breaks: 'expiry.card-token.31-days',
    market,
    apply: lifetimes({ cardAccessTokenSeconds: 2_682_000 }),
  },
  {
    id: 'refreshed-card-token-never-expires',
    breaks: 'expiry.card-token.after-refresh',
    market,
    apply: without('bearer.refreshed-expiry'),
  },
  {
    id: 'card-refresh-token-lives-as-long',
    breaks: 'expiry.card-refresh-token.an-hour-longer',
    market,
    apply: lifetimes({ cardRefreshTokenSeconds: 2_678_400 }),
  },
  {
    id: 'card-refresh-token-never-expires',
    breaks: 'expiry.card-refresh-token.an-hour-longer',
    market,
    apply: without('refresh.expiry'),
  },
  {
    id: 'refreshed-card-refresh-token-lives-31-days',
    breaks: 'expiry.card-refresh-token.372-days',
    market,
    apply: lifetimes({ refreshedCardRefreshTokenSeconds: 2_682_000 }),
  },
]

/** Mistakes with the tokens of cards: what they open, how they are renewed, and when they end. */
export const cardTokenDefects: readonly Defect[] = [...tokens, ...deadlines]
