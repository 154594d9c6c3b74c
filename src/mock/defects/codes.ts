import { lifetimes, without, type Defect } from './defect.ts'

/** Mistakes with authorization codes. */
export const codesDefects: readonly Defect[] = [
  {
    id: 'code-redeemable-twice',
    breaks: 'authorize.code.single-use',
    alsoBreaks: ['authorize.code.race'],
    apply: without('code.single-use', 'code.reuse-revokes'),
  },
  { id: 'code-reuse-harmless', breaks: 'authorize.code.reuse-revokes', apply: without('code.reuse-revokes') },
  { id: 'code-for-any-client', breaks: 'authorize.code.bound-to-client', apply: without('code.client') },
  {
    id: 'code-for-any-redirect',
    breaks: 'authorize.code.bound-to-redirect',
    apply: without('code.redirect'),
  },
  { id: 'code-for-any-market', breaks: 'access.market.code-bound', apply: without('code.market') },
  { id: 'any-code', breaks: 'authorize.code.unknown', apply: without('code.known') },
  {
    id: 'code-race-lost',
    breaks: 'authorize.code.race',
    apply: without('code.race'),
  },
  { id: 'code-lives-ten-minutes', breaks: 'expiry.code.120s', apply: lifetimes({ codeSeconds: 600 }) },
  { id: 'code-lives-a-minute', breaks: 'expiry.code.120s', apply: lifetimes({ codeSeconds: 60 }) },
  { id: 'code-never-expires', breaks: 'expiry.code.120s', apply: without('code.expiry') },
]
