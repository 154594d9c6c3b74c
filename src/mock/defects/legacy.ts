import { type Defect, rewrite, withHeader, without } from './defect.ts'

const mistakes: readonly Omit<Defect, 'market'>[] = [
  {
    id: 'one-biz-token-for-all',
    breaks: 'legacy.key.fresh',
    apply: rewrite(
      ({ status }, { operation }) => operation?.id === 'getPasswordKey' && status === 200,
      withHeader('bizToken', 'q7Vd2nXwZk1sJt5mRb8yHc4pLf6gTa0uKe3iOx9vBw=='),
    ),
  },
  { id: 'password-of-anybody', breaks: 'legacy.password.tokens', apply: without('password.customer') },
  { id: 'password-pair-not-renewed', breaks: 'legacy.password.refresh', apply: without('password.refresh') },
  {
    id: 'unknown-user-signed-in',
    breaks: 'legacy.password.unknown-user',
    apply: without('password.user'),
  },
  { id: 'password-not-looked-at', breaks: 'legacy.password.wrong', apply: without('password.right') },
  { id: 'unknown-user-told', breaks: 'legacy.password.indistinct', apply: without('password.indistinct') },
  {
    id: 'plain-password-accepted',
    breaks: 'legacy.password.encrypted',
    apply: without('password.encrypted'),
  },
  { id: 'any-biz-token', breaks: 'legacy.biz-token.known', apply: without('password.biz-token') },
  { id: 'biz-token-works-twice', breaks: 'legacy.biz-token.once', apply: without('password.biz-token-once') },
]

/** Mistakes in the password grant, which two markets have. */
export const legacyDefects: readonly Defect[] = mistakes.map((mistake) => ({ ...mistake, market: 'bh' }))
