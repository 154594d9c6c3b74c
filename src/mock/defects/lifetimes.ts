import { isToken, lifetimes, rewrite, withFields, without, type Defect } from './defect.ts'

/** Mistakes with deadlines. */
export const lifetimesDefects: readonly Defect[] = [
  {
    id: 'access-token-lives-an-hour',
    breaks: 'expiry.access-token.30min',
    apply: lifetimes({ accessTokenSeconds: 3600 }),
  },
  {
    id: 'access-token-lives-ten-minutes',
    breaks: 'expiry.access-token.30min',
    apply: lifetimes({ accessTokenSeconds: 600 }),
  },
  { id: 'access-token-never-expires', breaks: 'bearer.expired', apply: without('bearer.expiry') },
  {
    id: 'two-legged-token-never-expires',
    breaks: 'expiry.access-token.two-legged',
    apply: without('bearer.two-legged-expiry'),
  },
  {
    id: 'refreshed-token-never-expires',
    breaks: 'expiry.access-token.after-refresh',
    apply: without('bearer.refreshed-expiry'),
  },
  { id: 'sliding-expiry', breaks: 'expiry.access-token.no-sliding', apply: without('bearer.sliding') },
  { id: 'shared-deadline', breaks: 'expiry.access-token.independent', apply: without('bearer.independent') },
  {
    id: 'expires-in-is-a-lie',
    breaks: 'expiry.access-token.honest',
    alsoBreaks: ['token.response.lifetime-1800'],
    apply: rewrite(isToken, withFields({ expires_in: 900 })),
  },
  {
    id: 'refresh-after-expiry-refused',
    breaks: 'expiry.access-token.then-refresh',
    apply: lifetimes({ refreshTokenSeconds: 1800 }),
  },
  {
    id: 'refresh-only-before-expiry',
    breaks: 'expiry.access-token.then-refresh',
    apply: without('refresh.works'),
  },
  {
    id: 'refresh-token-never-expires',
    breaks: 'expiry.refresh-token.30-days',
    apply: without('refresh.expiry'),
  },
  {
    id: 'refresh-token-lives-a-week',
    breaks: 'expiry.refresh-token.30-days',
    apply: lifetimes({ refreshTokenSeconds: 604_800 }),
  },
  {
    id: 'old-refresh-token-instead-of-consent',
    breaks: 'expiry.refresh-token.new-consent',
    apply: without('refresh.expiry'),
  },
]
